package dev.aludel.dialect;

import dev.aludel.hazard.Hazard.Question;
import dev.aludel.hazard.Situation;
import dev.aludel.hazard.TableSize;
import dev.aludel.operation.Operation;
import dev.aludel.schema.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Measures a database. Nothing is left behind in it. */
public interface TableStatistics {

    /**
     * What matters for a plan, in one statement.
     *
     * @param ownSchema the unit's own schema
     */
    Situation situation(Connection connection, String ownSchema, List<Operation> plan) throws SQLException;

    /**
     * The sizes of those tables that are there, in one statement, by the estimates of the catalogue.
     *
     * @param tables also names of sequences and types, which have no size worth the name if they are there
     */
    Map<ObjectName, TableSize> sizes(Connection connection, String ownSchema, Collection<ObjectName> tables)
            throws SQLException;

    /**
     * The number that a question's query gives. Its functions and operators are the server's own alone.
     *
     * @param connection in auto-commit
     * @param timeout how long it may take
     * @return nothing where it cannot be said, as when the query takes too long, names what is not there or calls what a user made
     */
    OptionalLong count(Connection connection, String ownSchema, Question question, Duration timeout)
            throws SQLException;

    /**
     * The rows on which statements fail, as far as the statements say themselves what they ask of rows. All of it is one transaction
     * that only reads; what takes too long is left out.
     *
     * @param connection in auto-commit; it is given back so
     * @param statements in the order in which they are to run
     * @param timeout how long the look at one table may take
     */
    List<Shortfall> shortfalls(Connection connection, List<String> statements, Duration timeout) throws SQLException;
}
