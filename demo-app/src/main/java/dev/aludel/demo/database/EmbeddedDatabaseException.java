package dev.aludel.demo.database;

import org.jspecify.annotations.Nullable;

/** The embedded server cannot be found, started or stopped. */
public final class EmbeddedDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedDatabaseException(String message) {
        super(message);
    }

    EmbeddedDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
