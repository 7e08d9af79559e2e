package dev.aludel.runner;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Shortfall;
import dev.aludel.hazard.Allowance;
import dev.aludel.hazard.HazardCode;
import dev.aludel.hazard.HazardComment;
import dev.aludel.hazard.HazardFinding;
import dev.aludel.hazard.HazardPolicy;
import dev.aludel.hazard.Severity;
import dev.aludel.hazard.TableSize;
import dev.aludel.runner.execution.CommentedStatement;
import dev.aludel.runner.session.Session;
import dev.aludel.schema.ObjectName;
import dev.aludel.script.Body;
import dev.aludel.script.JavaBody;
import dev.aludel.script.Script;
import dev.aludel.script.SqlBody;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What scripts themselves say that they block or lose, in the comments that autogenerate wrote, held against the sizes that tables have
 * here. Nothing is run for it; what was written by hand says nothing.
 */
public final class HazardGate {

    /** How long the look at the rows of one table may take. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Dialect dialect;
    private final HazardPolicy policy;

    public HazardGate(Dialect dialect, HazardPolicy policy) {
        this.dialect = dialect;
        this.policy = policy;
    }

    /**
     * Looks before anything runs.
     *
     * @param upgrade whether the scripts are to be applied; they are to be taken back otherwise
     * @throws HazardousRevisionException where something fails by its severity, and its script does not allow it
     */
    void check(Session session, List<Script> scripts, boolean upgrade) throws SQLException {
        if (!policy.mayFail()) {
            return;
        }
        List<HazardFinding> failing = findings(session, scripts, upgrade).stream()
                .filter(finding -> finding.isOpen() && finding.severity() == Severity.FAIL)
                .toList();
        if (!failing.isEmpty()) {
            throw new HazardousRevisionException(failing);
        }
    }

    /** All that the scripts say, whatever the sizes of the tables. */
    public List<HazardFinding> said(List<Script> scripts) {
        return all(scripts, true).stream().map(one -> one.finding(policy, null)).toList();
    }

    private List<Said> all(List<Script> scripts, boolean upgrade) {
        return scripts.stream()
                .flatMap(script -> of(script, upgrade).stream())
                .filter(one -> policy.of(one.remark().code()) != Severity.ALLOW)
                .toList();
    }

    List<HazardFinding> findings(Session session, List<Script> scripts, boolean upgrade) throws SQLException {
        List<Said> said = all(scripts, upgrade);
        Set<ObjectName> tables = new LinkedHashSet<>();
        said.forEach(one -> tables.add(one.table()));
        Map<ObjectName, TableSize> sizes =
                tables.isEmpty() ? Map.of() : dialect.gauge().sizes(session.connection(), session.ownSchema(), tables);
        List<HazardFinding> findings = new ArrayList<>();
        said.stream()
                .filter(one -> !isAtOnce(one, sizes.get(one.table())))
                .forEach(one -> findings.add(one.finding(policy, sizes.get(one.table()))));
        return findings;
    }

    /** The same, and the rows that are there on which a statement fails, however small their table: that is no guess. */
    public List<HazardFinding> plan(Session session, List<Script> scripts) throws SQLException {
        List<HazardFinding> findings = new ArrayList<>(findings(session, scripts, true));
        List<Placed> placed = scripts.stream()
                .flatMap(script -> placed(script, true).stream())
                .toList();
        List<String> statements =
                placed.stream().map(one -> one.statement().statement().sql()).toList();
        for (Shortfall shortfall : dialect.gauge().shortfalls(session.connection(), statements, LOOK)) {
            Placed at = placed.get(shortfall.statement());
            findings.add(new HazardFinding(
                    at.script().id(),
                    at.script().location(),
                    at.statement().line(),
                    shortfall.code().code(),
                    Severity.FAIL,
                    shortfall.message(),
                    "Give these rows what is asked for, in this revision, before.",
                    shortfall.rows(),
                    null));
        }
        return findings;
    }

    /** A statement of a script. */
    private record Placed(Script script, CommentedStatement statement) {}

    private List<Placed> placed(Script script, boolean upgrade) {
        return script.body().accept(new Body.Visitor<>() {
            @Override
            public List<Placed> sql(SqlBody body) {
                return CommentedStatement.of(script, body, upgrade, dialect).stream()
                        .map(statement -> new Placed(script, statement))
                        .toList();
            }

            @Override
            public List<Placed> java(JavaBody body) {
                return List.of();
            }
        });
    }

    /** What a revision before it is yet to make has no rows and nobody who waits, and for a small table nobody waits for long. */
    private static boolean isAtOnce(Said said, @Nullable TableSize size) {
        return size == null || (said.remark().code().kind() == HazardCode.Kind.BLOCKS && size.isSmall());
    }

    private List<Said> of(Script script, boolean upgrade) {
        return placed(script, upgrade).stream()
                .map(Placed::statement)
                .flatMap(statement -> statement.hazards().stream().map(remark -> new Said(script, statement, remark)))
                .toList();
    }

    /** A hazard, and where a script says it. */
    private record Said(Script script, CommentedStatement statement, HazardComment remark) {

        ObjectName table() {
            return remark.object();
        }

        HazardFinding finding(HazardPolicy policy, @Nullable TableSize size) {
            String allowed = Stream.concat(
                            statement.allowances().stream(),
                            script.allowances().stream().map(Allowance::of))
                    .filter(allowance -> allowance.allows(remark.code()))
                    .map(Allowance::reason)
                    .findFirst()
                    .orElse(null);
            return new HazardFinding(
                    script.id(),
                    script.location(),
                    statement.line(),
                    remark.code().code(),
                    policy.of(remark.code()),
                    remark.message()
                            + (size == null || size.bytes() == 0 ? "" : " '" + table() + "' has " + size + "."),
                    remark.safe(),
                    null,
                    allowed);
        }
    }
}
