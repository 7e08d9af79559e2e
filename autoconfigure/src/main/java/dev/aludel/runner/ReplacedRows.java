package dev.aludel.runner;

import dev.aludel.dialect.ProvenExpression;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.version.VersionRow;
import dev.aludel.runner.version.VersionTable;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.SchemaObjects;
import dev.aludel.script.Script;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Writes down one revision in place of all those that it stands for. */
public final class ReplacedRows {

    private final Session session;
    private final VersionTable table;
    private final RevisionRun run;

    public ReplacedRows(Session session, VersionTable table, RevisionRun run) {
        this.session = session;
        this.table = table;
        this.run = run;
    }

    /**
     * Settles it.
     *
     * @param rows of the version table; where the last of the others stood the one stands, since what came after it may have dropped
     *     what it made
     */
    public void settle(Script script, List<VersionRow> rows) throws SQLException {
        List<String> replaced = script.revision().replaces();
        List<ProvenExpression> proven = List.copyOf(new LinkedHashSet<>(
                table.reads().remembered(session.connection()).proven()));
        List<SchemaObject> created = script.creates().isEmpty() ? created(replaced) : script.creates();
        session.begin();
        boolean missing = !VersionRow.ids(rows).contains(script.id());
        if (missing) {
            run.stampInPlace(script);
        }
        for (String id : replaced) {
            table.delete(session.connection(), id);
        }
        if (missing) {
            table.creates(session.connection(), script.id(), created);
            table.move(session.connection(), script.id(), last(rows, replaced));
        }
        table.keep(session.connection(), script.id(), proven);
        session.commit();
    }

    private static int last(List<VersionRow> rows, List<String> ids) {
        return rows.stream()
                .filter(row -> ids.contains(row.id()))
                .mapToInt(VersionRow::ordinal)
                .max()
                .orElseThrow();
    }

    /** What the others made, for one that was written by hand and does not say what it leaves. */
    private List<SchemaObject> created(List<String> replaced) throws SQLException {
        Map<String, List<SchemaObject>> createdBy = table.reads().createdBy(session.connection());
        return SchemaObjects.joined(replaced.stream().flatMap(id -> createdBy.getOrDefault(id, List.of()).stream()));
    }
}
