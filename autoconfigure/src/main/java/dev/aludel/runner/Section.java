package dev.aludel.runner;

import dev.aludel.schema.SchemaObject;
import dev.aludel.script.Script;
import java.sql.SQLException;
import java.util.List;

/** The half of a revision that runs: its upgrade or its downgrade. */
interface Section {

    Script script();

    /**
     * Looks at it before anything runs.
     *
     * @param transactional whether it runs in a transaction of Aludel's, which it must not end
     */
    void check(boolean transactional);

    /**
     * Runs it.
     *
     * @return what it is known to have made, besides what the header says
     * @throws RevisionFailedException where it fails
     */
    List<SchemaObject> run(Session session) throws SQLException;

    /** The line that a failure at the end of its transaction is told of. */
    int firstLine();
}
