package dev.aludel.revision;

import java.util.Set;

/**
 * A stamp that knows where the database stands.
 *
 * @param before the ids that are applied
 * @param after those that are applied afterwards
 */
public record Stamped(Set<String> before, Set<String> after) {

    public Stamped {
        before = Set.copyOf(before);
        after = Set.copyOf(after);
    }
}
