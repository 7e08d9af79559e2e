package dev.aludel.runner;

import dev.aludel.revision.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a database stands.
 *
 * @param current the applied revisions that no other applied one follows
 * @param heads the heads of the scripts
 * @param pending what {@code upgrade heads} would apply, in order
 * @param applied what the version table holds, in the order of application
 * @param comparison the last comparison that was made; null when none was
 */
public record Status(
        State state,
        List<String> current,
        List<String> heads,
        List<Revision> pending,
        List<AppliedRevision> applied,
        @Nullable Comparison comparison) {

    /** In one word. */
    public enum State {
        /** At head; and equal to the metamodel, if it was compared. */
        UP_TO_DATE,
        /** Revisions are to be applied. */
        PENDING,
        /** At head, and different from the metamodel. */
        DRIFTED,
        /** The database holds revisions that this build does not know. */
        AHEAD,
        /** A revision was begun and neither finished nor taken back. */
        INTERRUPTED
    }

    public Status {
        current = List.copyOf(current);
        heads = List.copyOf(heads);
        pending = List.copyOf(pending);
        applied = List.copyOf(applied);
    }
}
