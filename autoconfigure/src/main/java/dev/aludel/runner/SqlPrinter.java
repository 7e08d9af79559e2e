package dev.aludel.runner;

import dev.aludel.dialect.Dialect;
import dev.aludel.revision.Revision;
import dev.aludel.script.Scripts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints what an upgrade or downgrade would run, in place of running it. */
final class SqlPrinter {

    private final Dialect dialect;
    private final Database database;
    private final RunnerSettings settings;

    SqlPrinter(Dialect dialect, Database database, RunnerSettings settings) {
        this.dialect = dialect;
        this.database = database;
        this.settings = settings;
    }

    String upgrade(Scripts scripts, String range) {
        if (range.contains(":")) {
            List<Revision> plan = scripts.graph().upgradeRange(range);
            boolean fromBase = !plan.isEmpty() && plan.get(0).isBase();
            return print(settings.defaultSchema(), fromBase, script -> {
                plan.forEach(revision -> script.upgrade(scripts.get(revision.id())));
            });
        }
        return database.looking("reading the version table", (session, table) -> {
            Optional<List<VersionRow>> rows = table.rows(session.connection());
            List<Revision> plan = scripts.graph().upgrade(VersionRow.ids(rows.orElse(List.of())), range);
            return print(session.ownSchema(), rows.isEmpty() && !plan.isEmpty(), script -> {
                plan.forEach(revision -> script.upgrade(scripts.get(revision.id())));
            });
        });
    }

    String downgrade(Scripts scripts, String range) {
        if (range.contains(":")) {
            List<Revision> plan = scripts.graph().downgradeRange(range);
            return print(settings.defaultSchema(), false, script -> {
                plan.forEach(revision -> script.downgrade(scripts.get(revision.id())));
            });
        }
        return database.looking("reading the version table", (session, table) -> {
            List<VersionRow> rows = table.rows(session.connection()).orElse(List.of());
            List<Revision> plan = scripts.graph().downgrade(VersionRow.ids(rows), range);
            return print(session.ownSchema(), false, script -> {
                plan.forEach(revision -> script.downgrade(scripts.get(revision.id())));
            });
        });
    }

    /** @param schema the unit's own schema; null where only the database would know it */
    private String print(@Nullable String schema, boolean withTable, Steps steps) {
        OfflineScript script =
                new OfflineScript(dialect, VersionTable.of(dialect, settings, schema == null ? "" : schema));
        if (schema != null) {
            script.statements(dialect.sessions().preparation(schema));
        }
        if (withTable) {
            script.versionTable();
        }
        steps.print(script);
        return script.toString();
    }

    @FunctionalInterface
    private interface Steps {
        void print(OfflineScript script);
    }
}
