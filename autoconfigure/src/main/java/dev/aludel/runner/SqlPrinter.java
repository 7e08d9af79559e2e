package dev.aludel.runner;

import dev.aludel.dialect.Dialect;
import dev.aludel.revision.Revision;
import dev.aludel.revision.Stamped;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.version.Database;
import dev.aludel.runner.version.HistoryCheck;
import dev.aludel.runner.version.VersionRow;
import dev.aludel.runner.version.VersionTable;
import dev.aludel.script.Scripts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints what an upgrade, a downgrade or a stamp would run, in place of running it. */
final class SqlPrinter {

    private final Dialect dialect;
    private final Database database;
    private final RunnerSettings settings;
    private final boolean idempotent;

    /** @param idempotent whether the script passes over what is done already */
    SqlPrinter(Dialect dialect, Database database, RunnerSettings settings, boolean idempotent) {
        this.dialect = dialect;
        this.database = database;
        this.settings = settings;
        this.idempotent = idempotent;
    }

    String upgrade(Scripts scripts, String range) {
        if (range.contains(":")) {
            List<Revision> plan = scripts.graph().upgradeRange(range);
            boolean fromBase = !plan.isEmpty() && plan.get(0).isBase();
            return print(settings.defaultSchema(), fromBase, script -> upgrade(script, scripts, plan));
        }
        return database.looking("reading the version table", (session, table) -> {
            Optional<List<VersionRow>> rows =
                    table.rows(session.connection()).map(new HistoryCheck(table.name(), scripts, dialect)::fitting);
            List<Revision> plan = scripts.graph().upgrade(VersionRow.ids(rows.orElse(List.of())), range);
            return print(
                    session.ownSchema(), rows.isEmpty() && !plan.isEmpty(), script -> upgrade(script, scripts, plan));
        });
    }

    private static void upgrade(OfflineScript script, Scripts scripts, List<Revision> plan) {
        if (plan.isEmpty()) {
            return; // there may be no version table to ask
        }
        script.refuseInterrupted().refuseHalfReplaced(plan);
        plan.forEach(revision -> script.upgrade(scripts.get(revision.id())));
    }

    String downgrade(Scripts scripts, String range) {
        if (range.contains(":")) {
            List<Revision> plan = scripts.graph().downgradeRange(range);
            return print(settings.defaultSchema(), false, script -> downgrade(script, scripts, plan));
        }
        return database.looking("reading the version table", (session, table) -> {
            List<VersionRow> rows = new HistoryCheck(table.name(), scripts, dialect)
                    .fitting(table.rows(session.connection()).orElse(List.of()));
            WayBack way = WayBack.of(scripts, session, table);
            List<Revision> plan = way.plan(rows, range);
            return print(session.ownSchema(), false, script -> downgrade(script, way.scripts(), plan));
        });
    }

    private static void downgrade(OfflineScript script, Scripts scripts, List<Revision> plan) {
        if (plan.isEmpty()) {
            return;
        }
        script.refuseInterrupted();
        plan.forEach(revision -> script.downgrade(scripts.get(revision.id())));
    }

    String stamp(Stamp stamp) {
        if (stamp.isRange()) {
            Stamped stamped = stamp.range();
            return print(
                    settings.defaultSchema(),
                    stamped.before().isEmpty(),
                    script -> stamp(script, stamp.scripts(), stamped.before(), stamped.after()));
        }
        if (!stamp.asksDatabase()) {
            Set<String> after = stamp.after(List.of());
            return print(settings.defaultSchema(), true, script -> {
                script.purge();
                stamp(script, stamp.scripts(), Set.of(), after);
            });
        }
        return database.looking("reading the version table", (session, table) -> {
            Optional<List<VersionRow>> rows = table.rows(session.connection());
            List<String> before = VersionRow.ids(rows.orElse(List.of()));
            Set<String> after = stamp.after(before);
            return print(
                    session.ownSchema(),
                    rows.isEmpty(),
                    script -> stamp(script, stamp.scripts(), Set.copyOf(before), after));
        });
    }

    private static void stamp(OfflineScript script, Scripts scripts, Set<String> before, Set<String> after) {
        script.stamp(
                after.stream()
                        .filter(id -> !before.contains(id))
                        .map(scripts::get)
                        .toList(),
                before.stream().filter(id -> !after.contains(id)).sorted().toList());
    }

    /** The version table alone. */
    String versionTable() {
        return print(settings.defaultSchema(), true, script -> {});
    }

    /** @param schema the unit's own schema; null where only the database would know it */
    private String print(@Nullable String schema, boolean withTable, Consumer<OfflineScript> steps) {
        OfflineScript script = new OfflineScript(
                dialect,
                schema,
                VersionTable.of(dialect, settings, schema == null ? "" : schema),
                settings.transaction(),
                idempotent);
        if (schema != null) {
            script.statements(dialect.sessions().preparation(schema));
        }
        if (withTable) {
            script.versionTable();
        }
        steps.accept(script);
        return script.text();
    }
}
