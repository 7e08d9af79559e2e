package dev.aludel.lint;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.ObservedEffects;
import dev.aludel.hazard.Allowance;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.hazard.HazardFinding;
import dev.aludel.hazard.HazardPolicy;
import dev.aludel.hazard.Severity;
import dev.aludel.hazard.Situation;
import dev.aludel.hazard.TableSize;
import dev.aludel.operation.Operation;
import dev.aludel.runner.session.Session;
import dev.aludel.schema.ObjectName;
import dev.aludel.script.Script;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What statements that were traced mean for the user's database: its sizes, its rows, its severities, and what scripts allow. */
final class LintVerdict {

    private final Dialect dialect;
    private final HazardPolicy policy;
    private final Session session;
    private final Map<ObjectName, TableSize> sizes;
    private final List<HazardFinding> findings = new ArrayList<>();
    private final List<LintReport.Lock> locks = new ArrayList<>();
    private final Set<String> held = new HashSet<>();

    LintVerdict(Dialect dialect, HazardPolicy policy, Session session, Map<ObjectName, TableSize> sizes) {
        this.dialect = dialect;
        this.policy = policy;
        this.session = session;
        this.sizes = sizes;
    }

    LintReport of(List<Script> scripts, List<TracedStatement> traced) throws SQLException {
        for (Script script : scripts) {
            script.allowances().forEach(text -> mistake(script, 1, Allowance.of(text)));
            List<TracedStatement> own = traced.stream()
                    .filter(statement -> statement.script().id().equals(script.id()))
                    .toList();
            List<Operation> whole = own.stream()
                    .flatMap(statement -> statement.operations().stream())
                    .toList();
            for (TracedStatement statement : own) {
                judge(statement, whole);
            }
        }
        return new LintReport(scripts.stream().map(Script::id).toList(), findings, locks);
    }

    private void mistake(Script script, int line, Allowance allowance) {
        allowance
                .mistake()
                .ifPresent(mistake -> findings.add(new HazardFinding(
                        script.id(),
                        script.location(),
                        line,
                        HazardFinding.INVALID_ALLOW,
                        Severity.FAIL,
                        mistake,
                        "Write '-- allow: <code> <reason>' directly above the statement, with a code of docs/reference/hazards.md.",
                        null,
                        null)));
    }

    private void judge(TracedStatement statement, List<Operation> whole) throws SQLException {
        Script script = statement.script();
        statement.allowances().forEach(allowance -> mistake(script, statement.line(), allowance));
        if (statement.failure() != null) {
            findings.add(new HazardFinding(
                    script.id(),
                    script.location(),
                    statement.line(),
                    HazardFinding.STATEMENT_FAILS,
                    Severity.FAIL,
                    "The statement fails on an empty database: " + statement.failure(),
                    "",
                    null,
                    null));
            return;
        }
        Set<ObjectName> fresh = fresh(statement);
        ObservedEffects deeds = statement.deeds().without(fresh);
        deeds.impacts().values().stream()
                .sorted((one, other) -> one.table().compareTo(other.table()))
                .forEach(impact -> locks.add(new LintReport.Lock(script.id(), statement.line(), impact)));
        List<Hazard> hazards =
                dialect.hazards().traced(statement.operations(), whole, deeds, situation(statement, fresh)).stream()
                        .filter(hazard -> !fresh.contains(hazard.object()))
                        .filter(hazard -> hazard.kind() != HazardCode.LOCK_HELD || held.add(script.id()))
                        .filter(hazard -> policy.of(hazard.kind()) != Severity.ALLOW)
                        .toList();
        Counting.of(session.connection(), session.ownSchema(), dialect.gauge(), hazards)
                .forEach(hazard -> findings.add(finding(statement, hazard)));
    }

    /** The tables that the user's database does not have yet: nobody waits for them, and they have no rows. */
    private Set<ObjectName> fresh(TracedStatement statement) {
        Set<ObjectName> fresh = new HashSet<>(statement.made());
        fresh.removeAll(sizes.keySet());
        return fresh;
    }

    private Situation situation(TracedStatement statement, Set<ObjectName> fresh) throws SQLException {
        Map<ObjectName, TableSize> known = new HashMap<>();
        fresh.forEach(table -> known.put(table, new TableSize(0, 0)));
        Stream.concat(statement.originals().keySet().stream(), statement.made().stream())
                .forEach(table -> Optional.ofNullable(sizes.get(statement.original(table)))
                        .ifPresent(size -> known.put(table, size)));
        return new Situation(session.connection().getMetaData().getDatabaseMajorVersion(), known, Set.of());
    }

    private HazardFinding finding(TracedStatement statement, Hazard hazard) {
        Script script = statement.script();
        String allowed = Stream.concat(
                        statement.allowances().stream(),
                        script.allowances().stream().map(Allowance::of))
                .filter(allowance -> allowance.allows(hazard.kind()))
                .map(Allowance::reason)
                .findFirst()
                .orElse(null);
        return new HazardFinding(
                script.id(),
                script.location(),
                statement.line(),
                hazard.code(),
                policy.of(hazard.kind()),
                hazard.message(),
                hazard.safe(),
                hazard.rows(),
                allowed);
    }
}
