package dev.aludel.dialect;

import java.sql.SQLException;

/** The reasons for which a database refuses a statement, told from what the driver throws. */
public interface Refusals {

    /** Tells whether a statement failed because the database's encoding lacks one of its characters. */
    boolean isUnstorable(SQLException failure);

    /** Tells whether a statement failed because it would have written. */
    boolean isReadOnly(SQLException failure);

    /** Tells whether a statement failed because the role may not do it. */
    boolean isForbidden(SQLException failure);

    /** Tells whether a statement was cancelled, by a timeout or by somebody. */
    boolean isCancelled(SQLException failure);

    /** Tells whether a statement gave up waiting for a lock of the database. */
    boolean isLockTimeout(SQLException failure);

    /** Returns the row of a {@code copy} that a failure is about, from 1; 0 where it is about none. */
    int failedRow(SQLException failure);

    /** Tells whether a statement failed because it names a table that is not there. */
    boolean isMissingTable(SQLException failure);
}
