package dev.aludel.revision;

import java.util.List;

/** A revision stands for others in a way that leaves open by which of them a database goes. */
public final class ReplacementException extends InvalidGraphException {

    private static final long serialVersionUID = 1L;

    private ReplacementException(String message, List<String> revisions) {
        super(message, revisions);
    }

    static ReplacementException twice(String replaced, Named one, Named other) {
        return new ReplacementException(
                "Revisions " + one + " and " + other + " both replace '" + replaced
                        + "'. Remove it from the header 'replaces' of one.",
                List.of(one.id(), other.id()));
    }

    static ReplacementException chain(Named revision, Named replaced) {
        return new ReplacementException(
                "Revision " + revision + " replaces " + replaced
                        + ", which replaces others itself. When every database is past those, remove their scripts and the header 'replaces' of '"
                        + replaced.id() + "' first.",
                List.of(revision.id(), replaced.id()));
    }

    static ReplacementException parents(Named revision, List<String> expected) {
        return new ReplacementException(
                "Revision " + revision
                        + " does not follow what the revisions follow that it replaces. Give it the header '-- down-revision: "
                        + (expected.isEmpty() ? "base" : String.join(", ", expected)) + "'.",
                List.of(revision.id()));
    }
}
