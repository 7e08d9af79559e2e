package dev.aludel.runner.session;

import java.sql.SQLException;

/**
 * What to do about a refusal of the database, by its SQLSTATE: those of the SQL standard, and PostgreSQL's where the standard has none
 * (PostgreSQL manual, Appendix A).
 */
public final class Remedies {

    private static final String LOST =
            "The connection is lost, and with it what its transaction had done: do it again when the server is there.";

    private Remedies() {}

    /** A sentence; empty where only the database's own words help. */
    public static String of(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "42501" ->
                "Give the role the privilege, or let the schema's owner migrate: aludel.datasource.username and aludel.datasource.password.";
            case "25006" ->
                "The database takes no writes: connect to the primary, and see that default_transaction_read_only is off.";
            case "53100" -> "Give the server more space, then do it again: nothing is half done.";
            case "08P01" ->
                "A pooler in between gave no session of the server: raise its pool_size above what the application itself holds, or set aludel.datasource.url to the server.";
            case "53300" -> "All connections are taken: raise max_connections, or make the pools smaller.";
            default -> state.startsWith("08") || state.startsWith("57P0") ? LOST : "";
        };
    }
}
