package dev.aludel.runner;

import dev.aludel.AludelException;
import java.sql.SQLException;

/** There is no connection to the database: it does not answer, does not exist, or refuses the credentials. */
public final class DatabaseUnavailableException extends AludelException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(SQLException failure) {
        super(message(root(failure)), Secrets.areIn(failure) ? null : failure);
    }

    private static String message(SQLException failure) {
        String words = Sentences.words(failure);
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String remedy = state.startsWith("28")
                ? "Check spring.datasource.username and spring.datasource.password, or aludel.datasource.*."
                : state.startsWith("3D")
                        ? "Create the database, or check spring.datasource.url."
                        : "Check that the server is running, and spring.datasource.url.";
        return "No connection to the database: " + words + " " + remedy;
    }

    /** A pool wraps the driver's words in its own, which only tell that it waited. */
    private static SQLException root(SQLException failure) {
        SQLException root = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException deeper) {
                root = deeper;
            }
        }
        return root;
    }
}
