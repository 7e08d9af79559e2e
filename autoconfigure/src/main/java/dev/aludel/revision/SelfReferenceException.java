package dev.aludel.revision;

import java.util.List;

/** A revision follows or depends on itself. */
public final class SelfReferenceException extends InvalidGraphException {

    private static final long serialVersionUID = 1L;

    SelfReferenceException(Named revision) {
        super(
                "Revision " + revision
                        + " names itself as a down revision or dependency. Name the revision that comes before it.",
                List.of(revision.id()));
    }
}
