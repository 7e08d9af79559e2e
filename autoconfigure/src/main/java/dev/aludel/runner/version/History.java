package dev.aludel.runner.version;

import dev.aludel.schema.ObjectName;
import java.util.List;

/**
 * The rows of the version table, in the order of application, and what of them no run has written.
 *
 * @param rows those that can be read
 * @param alterations empty where all is as it was written
 */
public record History(ObjectName table, List<VersionRow> rows, List<Alteration> alterations) {

    public History {
        rows = List.copyOf(rows);
        alterations = List.copyOf(alterations);
    }

    /**
     * The rows.
     *
     * @throws AlteredHistoryException where some were altered
     */
    public List<VersionRow> unaltered() {
        if (!alterations.isEmpty()) {
            throw new AlteredHistoryException(table, alterations);
        }
        return rows;
    }
}
