package dev.aludel.runner;

import dev.aludel.revision.Revision;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.runner.version.HistoryCheck;
import dev.aludel.runner.version.VersionRow;
import dev.aludel.runner.version.VersionTable;
import dev.aludel.script.Script;
import dev.aludel.script.Scripts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An upgrade or a downgrade on a session that holds the lock: first what was interrupted comes to its end, then the plan is made. */
final class Migration {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel.runner");

    private final Session session;
    private final VersionTable table;
    private final RevisionRun run;
    private final Scripts scripts;
    private final HazardGate gate;
    private final Progress progress;

    Migration(
            Session session, VersionTable table, RevisionRun run, Scripts scripts, HazardGate gate, Progress progress) {
        this.session = session;
        this.table = table;
        this.run = run;
        this.scripts = scripts;
        this.gate = gate;
        this.progress = progress;
    }

    /** What was applied, in order. */
    List<AppliedRevision> upgrade(String target) throws SQLException {
        new HistoryCheck(table.name(), scripts, run.dialect()).fitting(rows());
        List<VersionRow> resumed = resume();
        List<VersionRow> now = settled();
        List<Revision> plan = scripts.graph().upgrade(VersionRow.ids(now), target);
        run.check(scripts.all(plan), true);
        gate.check(session, scripts.all(plan), true);
        warnOfChanged(plan, now);
        run.begin();
        int number = 0;
        for (Revision revision : plan) {
            progress.running(++number, plan.size(), revision);
            run.upgrade(scripts.get(revision.id()), revision);
        }
        run.end();
        List<String> ids = new ArrayList<>();
        resumed.stream().filter(VersionRow::upgrades).forEach(row -> ids.add(row.id()));
        plan.forEach(revision -> ids.add(revision.id()));
        return named(rows(), ids);
    }

    /** What was taken back, in order. */
    List<AppliedRevision> downgrade(WayBack way, String target) throws SQLException {
        List<VersionRow> before =
                new ArrayList<>(new HistoryCheck(table.name(), scripts, run.dialect()).fitting(rows()));
        List<VersionRow> resumed = resume();
        List<VersionRow> now = settled();
        List<Revision> plan = way.plan(now, target);
        refuseIrreversible(plan);
        run.check(scripts.all(plan), false);
        gate.check(session, scripts.all(plan), false);
        warnOfChanged(plan, now);
        run.begin();
        int number = 0;
        for (Revision revision : plan) {
            progress.running(++number, plan.size(), revision);
            run.downgrade(scripts.get(revision.id()), revision);
        }
        run.end();
        List<String> ids = new ArrayList<>();
        resumed.stream().filter(row -> !row.upgrades()).forEach(row -> ids.add(row.id()));
        plan.forEach(revision -> ids.add(revision.id()));
        before.addAll(now);
        return named(before, ids);
    }

    private void refuseIrreversible(List<Revision> plan) {
        List<Script> irreversible = scripts.all(plan).stream()
                .filter(script -> script.irreversible() != null)
                .toList();
        if (!irreversible.isEmpty()) {
            throw IrreversibleRevisionException.of(scripts.all(plan), irreversible);
        }
    }

    private List<VersionRow> rows() throws SQLException {
        return table.rows(session.connection()).orElseThrow();
    }

    private void warnOfChanged(List<Revision> plan, List<VersionRow> rows) {
        if (!plan.isEmpty()) {
            run.changed(rows, scripts)
                    .forEach(script -> LOG.warn(
                            "Revision {} was changed after it was applied: {}. Restore it, and put the change into a new revision; or accept it with 'aludel resolve --checksum {}'",
                            script.revision(),
                            script.words(),
                            script.revision()));
        }
    }

    /** The rows, with one in place of all that it stands for. */
    private List<VersionRow> settled() throws SQLException {
        List<VersionRow> rows = rows();
        List<Revision> completed = scripts.graph().completed(VersionRow.ids(rows));
        if (completed.isEmpty()) {
            return rows;
        }
        ReplacedRows replaced = new ReplacedRows(session, table, run);
        for (Revision revision : completed) {
            replaced.settle(scripts.get(revision.id()), rows);
        }
        return rows();
    }

    private List<VersionRow> resume() throws SQLException {
        List<VersionRow> interrupted =
                rows().stream().filter(row -> !row.finished()).toList();
        for (VersionRow row : interrupted) {
            Script script = scripts.find(row.id())
                    .orElseThrow(() -> new InterruptedRevisionException(Interruptions.withoutScript(row)));
            progress.running(1, interrupted.size(), script.revision());
            run.resume(script, row);
        }
        return interrupted;
    }

    private static List<AppliedRevision> named(List<VersionRow> rows, List<String> ids) {
        Map<String, AppliedRevision> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row.revision()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
