package dev.aludel.runner.session;

import dev.aludel.AludelException;
import java.sql.SQLException;

/** There is no connection to the database: it does not answer, does not exist, or refuses the credentials. */
public final class DatabaseUnavailableException extends AludelException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(SQLException failure) {
        super(message(root(failure)), Secrets.areIn(failure) ? null : failure);
    }

    private static String message(SQLException failure) {
        return "No connection to the database: " + Sentences.words(failure) + " " + ConnectionRemedies.of(failure);
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
