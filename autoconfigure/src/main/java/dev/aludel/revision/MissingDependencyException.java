package dev.aludel.revision;

import java.util.List;

/** A revision depends on one that is not there. */
public final class MissingDependencyException extends InvalidGraphException {

    private static final long serialVersionUID = 1L;

    MissingDependencyException(Named revision, String missing) {
        super(
                "Revision " + revision + " depends on '" + missing
                        + "', which is not there. Add its file, or correct the header depends-on.",
                List.of(revision.id()));
    }
}
