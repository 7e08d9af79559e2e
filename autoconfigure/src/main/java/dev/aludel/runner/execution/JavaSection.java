package dev.aludel.runner.execution;

import dev.aludel.AludelException;
import dev.aludel.JavaRevision;
import dev.aludel.Operations;
import dev.aludel.dialect.Dialect;
import dev.aludel.runner.session.Session;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.JavaBody;
import dev.aludel.script.Script;
import java.sql.SQLException;
import java.util.List;

/** A method of a class. */
public record JavaSection(Script script, JavaBody body, boolean upgrades, Dialect dialect, EntitySessions entities)
        implements Section {

    /** Nobody knows before it runs what it does; each statement is looked at then. */
    @Override
    public void check(boolean transactional) {
        if (body.jpa()) {
            entities.refusal().ifPresent(reason -> {
                throw new EntitiesRequiredException(script.id(), body.type().getName(), reason);
            });
        }
    }

    @Override
    public List<SchemaObject> run(Session session, Execution execution) throws SQLException {
        try (LiveOperations operations = new LiveOperations(script, body, session, dialect, entities, execution)) {
            run(operations);
            List<SchemaObject> made = operations.complete();
            if (!execution.isOneTransaction() && session.inTransaction()) {
                session.commit(); // the revision's own last one
            }
            return made;
        } catch (Exception e) {
            if (!execution.isOneTransaction()) {
                session.rollback(e);
            }
            throw failure(e, execution.isOneTransaction());
        }
    }

    private void run(Operations operations) throws Exception {
        JavaRevision revision = body.instance().get();
        if (upgrades) {
            revision.upgrade(operations);
        } else {
            revision.downgrade(operations);
        }
    }

    private AludelException failure(Exception failure, boolean transactional) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return failure instanceof AludelException known
                ? known
                : new RevisionFailedException(
                        script.id(), script.location(), CodeLines.of(failure, body.type()), transactional, failure);
    }

    /** What it does, as statements, without a database. */
    RecordedOperations record() {
        RecordedOperations recorded = new RecordedOperations(script, dialect);
        try {
            run(recorded);
            return recorded;
        } catch (Exception e) {
            throw failure(e, true);
        }
    }

    @Override
    public List<Step> steps() {
        return List.of();
    }

    @Override
    public int firstLine() {
        return 0;
    }
}
