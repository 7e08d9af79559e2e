package dev.aludel.revision;

import java.util.List;

/** Two revisions have one id. */
public final class DuplicateRevisionException extends InvalidGraphException {

    private static final long serialVersionUID = 1L;

    DuplicateRevisionException(String id) {
        super(
                "Two revisions have the id '" + id + "'. Give one of them another id, in its header and its file name.",
                List.of(id));
    }
}
