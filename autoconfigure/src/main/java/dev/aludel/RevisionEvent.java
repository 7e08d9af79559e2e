package dev.aludel;

import java.time.Duration;
import java.util.List;

/**
 * A revision was applied or taken back.
 *
 * @param id of the revision
 * @param message what it does
 * @param duration how long it ran
 */
public record RevisionEvent(Kind kind, String id, List<String> downRevisions, String message, Duration duration) {

    /** What happened. */
    public enum Kind {
        APPLIED,
        TAKEN_BACK
    }

    public RevisionEvent {
        downRevisions = List.copyOf(downRevisions);
    }
}
