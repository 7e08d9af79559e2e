package dev.aludel.runner.execution;

import dev.aludel.dialect.Dialect;
import dev.aludel.runner.session.Session;
import dev.aludel.schema.SchemaObject;
import dev.aludel.script.Body;
import dev.aludel.script.JavaBody;
import dev.aludel.script.Script;
import dev.aludel.script.SqlBody;
import java.sql.SQLException;
import java.util.List;

/** The half of a revision that runs: its upgrade or its downgrade. */
public interface Section {

    /** The one of a script, for its upgrade or for its downgrade. */
    static Section of(Script script, boolean upgrade, Dialect dialect, EntitySessions entities) {
        return script.body().accept(new Body.Visitor<>() {
            @Override
            public Section sql(SqlBody body) {
                return SqlSection.of(script, body, upgrade, dialect);
            }

            @Override
            public Section java(JavaBody body) {
                return new JavaSection(script, body, upgrade, dialect, entities);
            }
        });
    }

    Script script();

    boolean upgrades();

    /**
     * Looks at it before anything runs.
     *
     * @param transactional whether it runs in a transaction of Aludel's, which it must not end
     */
    void check(boolean transactional);

    /** Looks at how its rows are to be taken, where it says so. */
    default void checkBatches() {}

    /** Its steps, where they do not run in one transaction; none where only running it tells. */
    List<Step> steps();

    /**
     * Runs it.
     *
     * @return what it is known to have made, besides what the header says
     * @throws RevisionFailedException where it fails
     */
    List<SchemaObject> run(Session session, Execution execution) throws SQLException;

    /** The line that a failure at the end of its transaction is told of. */
    int firstLine();
}
