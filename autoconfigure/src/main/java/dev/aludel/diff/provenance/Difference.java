package dev.aludel.diff.provenance;

import dev.aludel.operation.Operation;
import dev.aludel.text.OneLine;

/**
 * An operation, and why it is there.
 *
 * @param origin who in the mapping it comes from: {@code from User.email}, {@code not mapped}; empty where nobody knows
 * @param reason what besides the mapping is the cause, such as a newer Hibernate; empty in most cases
 */
public record Difference(Operation operation, String origin, String reason) {

    /** What a report says: {@code add column users.email varchar(255), from User.email}. */
    public String describe() {
        return OneLine.of(operation.describe() + (origin.isEmpty() ? "" : ", " + comment()));
    }

    /** What a script says above the statements: {@code from User.email}. */
    public String comment() {
        return origin + (reason.isEmpty() ? "" : " (" + reason + ")");
    }

    /** The same why for another operation. */
    public Difference withOperation(Operation other) {
        return new Difference(other, origin, reason);
    }

    /** The way back. */
    public Difference reverse() {
        return withOperation(operation.reverse());
    }
}
