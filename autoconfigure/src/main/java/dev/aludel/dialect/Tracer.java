package dev.aludel.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** Sees what the statements of a transaction do while it is open. It asks a scratch database, and leaves nothing in it. */
public interface Tracer {

    /** What the transaction holds and has done to all tables so far, in one statement. */
    LockSnapshot look(Connection connection, String ownSchema) throws SQLException;

    /** All that the catalogue holds, as the open transaction sees it. */
    Catalog read(Connection connection, String ownSchema) throws SQLException;

    /** Whether a statement failed because it runs in no transaction, such as a concurrent index. */
    boolean needsNoTransaction(SQLException failure);
}
