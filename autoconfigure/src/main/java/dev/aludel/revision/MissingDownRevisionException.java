package dev.aludel.revision;

import java.util.List;

/** A revision follows one that is not there. */
public final class MissingDownRevisionException extends InvalidGraphException {

    private static final long serialVersionUID = 1L;

    MissingDownRevisionException(Named revision, String missing) {
        super(
                "Revision " + revision + " has the down revision '" + missing
                        + "', which is not there. Add its file, or correct the header down-revision.",
                List.of(revision.id()));
    }
}
