package dev.aludel.runner;

import dev.aludel.dialect.ProvenExpression;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.Script;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes down one revision in place of all those that it stands for. */
final class ReplacedRows {

    private final Session session;
    private final VersionTable table;
    private final RevisionRun run;

    ReplacedRows(Session session, VersionTable table, RevisionRun run) {
        this.session = session;
        this.table = table;
        this.run = run;
    }

    /** @param present whether it is written down itself already, and the others are left over */
    void settle(Script script, boolean present) throws SQLException {
        List<ProvenExpression> proven = List.copyOf(
                new LinkedHashSet<>(table.remembered(session.connection()).proven()));
        List<SchemaObject> created = created(script);
        session.begin();
        for (String id : script.revision().replaces()) {
            table.delete(session.connection(), id);
        }
        if (!present) {
            run.stamp(script);
            table.creates(session.connection(), script.id(), created);
        }
        table.keep(session.connection(), script.id(), proven);
        session.commit();
    }

    /** What the others made, which a class may tell only when it runs. */
    private List<SchemaObject> created(Script script) throws SQLException {
        Map<String, List<SchemaObject>> createdBy = table.createdBy(session.connection());
        List<String> ids = new ArrayList<>(script.revision().replaces());
        Set<SchemaObject> created = new LinkedHashSet<>(script.creates());
        ids.forEach(id -> created.addAll(createdBy.getOrDefault(id, List.of())));
        return List.copyOf(created);
    }
}
