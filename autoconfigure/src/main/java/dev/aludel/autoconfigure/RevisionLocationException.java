package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import org.jspecify.annotations.Nullable;

/** A location of revision scripts cannot be read. */
public final class RevisionLocationException extends AludelException {

    private static final long serialVersionUID = 1L;

    RevisionLocationException(String location, String fact) {
        this(location, fact, null);
    }

    RevisionLocationException(String location, String fact, @Nullable Throwable cause) {
        super("The location of revisions '%s' %s. Check aludel.locations.".formatted(location, fact), cause);
    }
}
