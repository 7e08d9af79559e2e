package dev.aludel.dialect;

import dev.aludel.schema.ObjectName;

/** What the database's own client understands, for scripts that are run with it. */
public interface Client {

    /** The line with which a script begins that ends at its first failure. */
    String begin();

    /** The lines after which all up to {@link #end} is done only where a condition in SQL holds. */
    String when(String condition);

    /** The line that ends {@link #when}. */
    String end();

    /**
     * A statement as the client reads it, whatever the session's settings and whoever can change them.
     *
     * @param sql without the semicolon at its end
     * @throws StatementSyntaxException where the client would take a part of it for a command of its own
     */
    String statement(String sql);

    /** A statement, without the semicolon at its end, that fails with a message where a condition in SQL holds. */
    String failWhen(String condition, String message);

    /** The condition in SQL that a table does not exist. */
    String isMissing(ObjectName table);

    /** A statement, without the semicolon at its end, that makes a schema where it is missing. */
    String ensureSchema(String schema);
}
