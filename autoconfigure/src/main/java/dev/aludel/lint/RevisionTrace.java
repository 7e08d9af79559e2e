package dev.aludel.lint;

import dev.aludel.AludelException;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.LockSnapshot;
import dev.aludel.dialect.ObservedEffects;
import dev.aludel.dialect.Tracer;
import dev.aludel.diff.Diff;
import dev.aludel.hazard.Allowance;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameTable;
import dev.aludel.runner.execution.CommentedStatement;
import dev.aludel.runner.execution.EntitySessions;
import dev.aludel.runner.execution.JavaSection;
import dev.aludel.runner.execution.Unrecorded;
import dev.aludel.runner.session.NoScratchDatabaseException;
import dev.aludel.runner.session.Sentences;
import dev.aludel.runner.session.Session;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.script.Body;
import dev.aludel.script.JavaBody;
import dev.aludel.script.Script;
import dev.aludel.script.SqlBody;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs upgrades on a scratch database, in transactions as they will run, and looks at the locks and files after each statement. */
final class RevisionTrace {

    private static final ObservedEffects NOTHING =
            new ObservedEffects(Renames.NONE, Map.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    private final Session session;
    private final Dialect dialect;
    private final Tracer tracer;
    private final EntitySessions entities;
    private final Map<Long, ObjectName> first = new HashMap<>();
    private final Set<ObjectName> firstSequences = new HashSet<>();

    /** @param entities on a connection that is lent to them, so that they are those of the scratch database */
    RevisionTrace(Session session, Dialect dialect, EntitySessions entities) {
        this.session = session;
        this.dialect = dialect;
        this.entities = entities;
        this.tracer = dialect.tracer();
    }

    /** Something that runs at once: a statement, or the method of a class. */
    private record Step(int line, List<Allowance> allowances, Run run) {}

    @FunctionalInterface
    private interface Run {
        void on(Session session) throws SQLException;
    }

    /** Runs an upgrade without looking. */
    void run(Script script) throws SQLException {
        if (script.transactional()) {
            session.begin();
        }
        for (Step step : steps(script)) {
            try {
                step.run().on(session);
            } catch (SQLException | AludelException e) {
                session.rollback(e);
                throw NoScratchDatabaseException.notThere(script, step.line(), e);
            }
        }
        leave();
    }

    /** What the upgrade set of the session ends with it. */
    private void leave() throws SQLException {
        session.renew(null, session.inTransaction());
        if (session.inTransaction()) {
            session.commit();
        }
    }

    /** From here on tables are known by the names that they have now. */
    void begin() throws SQLException {
        look().tables().forEach((number, table) -> first.put(number, table.name()));
        session.begin();
        read().sequences().forEach(sequence -> firstSequences.add(sequence.name()));
        session.commit();
    }

    /** Runs an upgrade and looks; what fails is the last of it. */
    List<TracedStatement> trace(Script script) throws SQLException {
        List<TracedStatement> traced = new ArrayList<>();
        for (Step step : steps(script)) {
            if (!session.inTransaction()) {
                session.begin();
            }
            TracedStatement seen = trace(script, step);
            traced.add(seen);
            if (seen.failure() != null) {
                return traced;
            }
            if (!script.transactional() && session.inTransaction()) {
                session.commit();
            }
        }
        leave();
        return traced;
    }

    private TracedStatement trace(Script script, Step step) throws SQLException {
        LockSnapshot before = look();
        Schema schema = read();
        try {
            step.run().on(session);
        } catch (SQLException e) {
            session.rollback(e);
            return !script.transactional() && tracer.needsNoTransaction(e)
                    ? outside(script, step, before, schema)
                    : seen(script, step, before, schema, List.of(), NOTHING, Sentences.oneLine(e));
        } catch (AludelException e) {
            session.rollback(e);
            return seen(script, step, before, schema, List.of(), NOTHING, String.valueOf(e.getMessage()));
        }
        if (!session.inTransaction()) {
            session.begin(); // a class may have ended it
        }
        LockSnapshot after = look();
        ObservedEffects deeds = after.since(before);
        return seen(
                script,
                step,
                before,
                schema,
                operations(deeds.renames(), after.staying(before), schema, read()),
                deeds,
                null);
    }

    /** What runs in no transaction is seen by its outcome alone; it was made to keep nobody waiting. */
    private TracedStatement outside(Script script, Step step, LockSnapshot before, Schema schema) throws SQLException {
        try {
            step.run().on(session);
        } catch (SQLException e) {
            return seen(script, step, before, schema, List.of(), NOTHING, Sentences.oneLine(e));
        }
        session.begin();
        List<Operation> operations = operations(Renames.NONE, look().staying(before), schema, read());
        session.commit();
        return seen(script, step, before, schema, operations, NOTHING, null);
    }

    private TracedStatement seen(
            Script script,
            Step step,
            LockSnapshot before,
            Schema schema,
            List<Operation> operations,
            ObservedEffects deeds,
            @Nullable String failure) {
        Map<ObjectName, ObjectName> originals = new HashMap<>();
        Set<ObjectName> made = new HashSet<>();
        before.tables().forEach((number, table) -> {
            ObjectName original = first.get(number);
            if (original == null) {
                made.add(table.name());
            } else {
                originals.put(table.name(), original);
            }
        });
        schema.sequences().stream()
                .map(Sequence::name)
                .filter(sequence -> !firstSequences.contains(sequence))
                .forEach(made::add);
        return new TracedStatement(script, step.line(), step.allowances(), operations, deeds, originals, made, failure);
    }

    /** A table that becomes a partition, or is one no longer, neither comes nor goes, though it leaves or enters what is compared. */
    private static List<Operation> operations(Renames renames, Set<ObjectName> staying, Schema before, Schema after) {
        List<Operation> operations = new ArrayList<>();
        renames.tables().forEach((old, now) -> operations.add(new RenameTable(old, now)));
        renames.columns()
                .forEach((column, now) -> operations.add(new RenameColumn(column.table(), column.column(), now)));
        Schema old = renames.applyTo(before);
        operations.addAll(Diff.between(comparable(old, staying, after), comparable(after, staying, old)));
        return operations;
    }

    private static Schema comparable(Schema schema, Set<ObjectName> staying, Schema other) {
        return schema.withTables(schema.tables().stream()
                .filter(table -> !staying.contains(table.name())
                        || other.table(table.name()).isPresent())
                .toList());
    }

    private LockSnapshot look() throws SQLException {
        return tracer.look(session.connection(), session.ownSchema());
    }

    private Schema read() throws SQLException {
        return tracer.read(session.connection(), session.ownSchema()).schema();
    }

    private List<Step> steps(Script script) {
        return script.body().accept(new Body.Visitor<>() {
            @Override
            public List<Step> sql(SqlBody body) {
                return CommentedStatement.of(script, body, true, dialect).stream()
                        .map(statement -> new Step(
                                statement.line(),
                                statement.allowances(),
                                target -> target.execute(statement.statement())))
                        .toList();
            }

            @Override
            public List<Step> java(JavaBody body) {
                JavaSection section = new JavaSection(script, body, true, dialect, entities);
                return List.of(new Step(0, List.of(), target -> {
                    section.check(script.transactional());
                    section.run(target, new Unrecorded(target.inTransaction()));
                }));
            }
        });
    }
}
