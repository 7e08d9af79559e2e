package dev.aludel.dialect;

import dev.aludel.dialect.StatementLexer.Statement;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What became of a statement that cannot run in a transaction, and so is not written down together with its effect: the
 * catalogue is asked before it runs, and after an interruption.
 */
public interface Outcomes {

    /** What stands for {@link #before} where nobody could ask. */
    String NOT_ASKED = "?";

    /** Whether a statement is known to be refused in a transaction. Others may be, too, such as a call that commits. */
    boolean runsAlone(Statement statement);

    /** The same, with those of which it cannot be known without running them. */
    boolean mightRunAlone(Statement statement);

    /** Whether a statement failed, without a trace, because it stood in a transaction. */
    boolean isRefusedInTransaction(SQLException failure);

    /** Whether a statement sets something of the session, such as a parameter, which a new session does not have. */
    boolean isOfTheSession(Statement statement);

    /**
     * Whether a statement waits for others by nature and blocks none meanwhile, so that it need not give up soon; and leaves an
     * unfinished object where it does.
     */
    boolean waitsInPeace(Statement statement);

    /** What {@link #after} has to know of the database as it was before a statement: one line, for it alone to read. */
    String before(Connection connection, String sql) throws SQLException;

    /** What became of a statement that was begun, from what the catalogue says now. */
    Outcome after(Connection connection, String sql, String before) throws SQLException;
}
