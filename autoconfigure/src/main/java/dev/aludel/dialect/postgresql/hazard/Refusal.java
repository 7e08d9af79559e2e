package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.catalog.TouchedObject;
import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import java.util.Set;

/**
 * A rule of the server by which it refuses a change whatever the rows are (the server's ATPrepAlterColumnType, ATPrepDropColumn and
 * DefineIndex).
 */
public enum Refusal {
    PARTITION_KEY(
            "%s is part of the partition key: the upgrade fails.",
            "Make a new table with the key that is wanted, move the rows to it, and exchange the two."),
    INHERITED(
            "%s is inherited from '%s': the upgrade fails.",
            "Change it there, or let go of the parent first: alter table %s no inherit %s;"),
    TYPED("%s stands in a table of type '%s': the upgrade fails.", "Let go of the type first: alter table %s not of;"),
    ROW_TYPE(
            "%s changes the row type of its table, which column '%s' has: the upgrade fails.",
            "Give that column another type in this revision, before, such as jsonb."),
    UNPUBLISHED(
            "%s is the replica identity of its table, and publication '%s' publishes updates: without one they fail.",
            "Name another one: alter table %s replica identity full;"),
    PARTITIONED(
            "%s lacks a column of the partition key, which is '%s': the upgrade fails.",
            "Add the columns of the partition key to it."),
    GENERATED(
            "%s has the generated column '%s' over it in a table that no revision made: the upgrade fails.",
            "Drop that column in this revision, before, and add it after.");

    /** What stays refuses only a change that leaves it there. */
    private static final Set<Refusal> NOT_OF_DROPS = Set.of(ROW_TYPE);

    private final String message;
    private final String safe;

    Refusal(String message, String safe) {
        this.message = message;
        this.safe = safe;
    }

    /** Whether the server refuses this very change. */
    public boolean concerns(TouchedObject touch, boolean comesBack) {
        return switch (this) {
            case UNPUBLISHED -> !comesBack;
            default -> !(NOT_OF_DROPS.contains(this) && touch.goes());
        };
    }

    /** @param other the object that the rule speaks of, as the server spells it */
    public Hazard hazard(TouchedObject touch, String other) {
        String table = new PostgresRenderer().quote(touch.relation());
        String subject = touch.describe();
        return Hazard.of(
                        HazardCode.DEPENDENT_OBJECT,
                        touch.relation(),
                        message.formatted(Character.toUpperCase(subject.charAt(0)) + subject.substring(1), other),
                        safe.formatted(table, other))
                .withLoss(true);
    }
}
