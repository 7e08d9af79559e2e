package dev.aludel.runner.session;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what to do where there is no connection, by the exception that stopped it and its SQLSTATE (PostgreSQL manual, Appendix A; 08001,
 * 08004 and 08006 are the driver's own).
 */
final class ConnectionRemedies {

    private static final String URL = "spring.datasource.url (aludel.datasource.url if set)";
    private static final int DEEPEST = 100;

    private ConnectionRemedies() {}

    /** A fact that the driver's words leave out, and the remedy: sentences. */
    static String of(SQLException failure) {
        return ofNetwork(failure).orElseGet(() -> ofState(failure));
    }

    private static Optional<String> ofNetwork(SQLException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .map(ConnectionRemedies::ofNetwork)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> ofNetwork(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return Optional.of("The host '%s' is not known: correct it in %s."
                    .formatted(Secrets.masked(String.valueOf(cause.getMessage())), URL));
        }
        if (cause instanceof ConnectException) {
            return Optional.of("Check that the server is running, and host and port in " + URL + ".");
        }
        if (cause instanceof SocketTimeoutException || cause instanceof NoRouteToHostException) {
            return Optional.of(
                    "The host does not answer: see that no firewall is in between, or correct it in " + URL + ".");
        }
        return Optional.empty();
    }

    private static String ofState(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return failure instanceof SQLTransientConnectionException
                    ? "The pool gave none in time: raise spring.datasource.hikari.maximum-pool-size, or find out who keeps its connections."
                    : "Check that the server is running, and " + URL + ".";
        }
        return switch (state) {
            case "28P01" ->
                "Correct spring.datasource.username and spring.datasource.password (aludel.datasource.* if set).";
            case "28000" ->
                "The server lets this role not in from here, or only encrypted: create it, allow it in pg_hba.conf, or add sslmode=require to "
                        + URL + ".";
            case "08004" ->
                "Set spring.datasource.password (aludel.datasource.password if set), or the sslmode that the server offers in "
                        + URL + ".";
            case "3D000" -> "Create the database, or correct its name in " + URL + ".";
            case "42501" -> "As an administrator: grant connect on the database to the role.";
            case "53300" ->
                "All connections of the server are taken: make the pools smaller, or raise max_connections.";
            case "57P03" -> "The server is starting or stopping: try again in a moment.";
            case "08P01" -> "A pooler in between refused it: see its log, and its limits of clients and pools.";
            default ->
                state.equals("08006") || state.startsWith("57P0")
                        ? "The connection was lost while it was made: see the server's log, and try again."
                        : "Check that the server is running, and " + URL + ".";
        };
    }
}
