package dev.aludel.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Looks, from a session beside, at what another one waits for. It takes no lock of a table. */
public interface Waits {

    /**
     * Whom a session waits for now; nobody where it does not wait.
     *
     * @param process the session's, as {@link Sessions.State} tells it
     */
    List<Blocker> blockers(Connection beside, int process) throws SQLException;

    /** How far the session's statement is, where the server tells of it; else empty. */
    String progress(Connection beside, int process) throws SQLException;

    /**
     * Who keeps a session waiting.
     *
     * @param words such as {@code pid 4711 (shop, user app, idle in transaction for 35 s: 'update users set …')}
     * @param remedy what ends it, as words that follow a verb such as "try"
     */
    record Blocker(String words, String remedy) {}
}
