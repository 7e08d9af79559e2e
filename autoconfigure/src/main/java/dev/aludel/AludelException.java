package dev.aludel;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that Aludel refuses or fails to do. The message is written for the person who has to act: the
 * fact, the object in quotes, then the remedy. The command line prints it alone, on one line.
 */
public class AludelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AludelException(String message) {
        super(message);
    }

    public AludelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
