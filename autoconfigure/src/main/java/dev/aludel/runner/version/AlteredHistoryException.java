package dev.aludel.runner.version;

import dev.aludel.AludelException;
import dev.aludel.schema.ObjectName;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of the version table are not what runs of revisions have written, so that nothing can be told or done by them. */
public final class AlteredHistoryException extends AludelException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 5;

    AlteredHistoryException(ObjectName table, List<Alteration> alterations) {
        super("The rows of the version table '%s' were altered: %s%s"
                .formatted(
                        table,
                        alterations.stream().limit(SHOWN).map(Alteration::text).collect(Collectors.joining(" ")),
                        alterations.size() > SHOWN
                                ? " There are %d more: 'aludel doctor' tells them."
                                        .formatted(alterations.size() - SHOWN)
                                : ""));
    }
}
