package dev.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping knows of a column's values and no database tells: how rows are to be carried over when the column changes. It is no
 * part of the column's meaning and makes no difference.
 *
 * @param numbers what gives the column its numbers, where that is not the column itself
 * @param constants the constants of the Java enum kept in the column, in their order, which is that of its ordinals; empty for others
 * @param fill an expression that gives rows without a value theirs; null where nobody can tell
 * @param zone the time zone that the application keeps times without a zone in; null for the session's
 */
public record Values(
        @Nullable Numbers numbers,
        List<String> constants,
        @Nullable String fill,
        @Nullable String zone) {

    /** Nothing is known. */
    public static final Values NONE = new Values(null, List.of(), null, null);

    public Values {
        constants = List.copyOf(constants);
    }

    public Values withNumbers(@Nullable Numbers other) {
        return new Values(other, constants, fill, zone);
    }

    public Values withConstants(List<String> other) {
        return new Values(numbers, other, fill, zone);
    }

    public Values withFill(@Nullable String other) {
        return new Values(numbers, constants, other, zone);
    }

    public Values withZone(@Nullable String other) {
        return new Values(numbers, constants, fill, other);
    }
}
