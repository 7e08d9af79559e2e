package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import java.time.Duration;

/** In mode wait, no other process brought the database to head in time. */
public final class WaitTimeoutException extends AludelException {

    private static final long serialVersionUID = 1L;

    WaitTimeoutException(String target, Duration waited) {
        super(
                "No other process has brought the database to '%s' within %d s. Look why it has not, raise aludel.wait-timeout, or let this application do it with aludel.mode=upgrade."
                        .formatted(target, waited.toSeconds()));
    }
}
