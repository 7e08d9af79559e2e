package dev.aludel.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping knows of a column's values and no database tells: how rows are to be carried over when the column changes. It is no
 * part of the column's meaning and makes no difference.
 *
 * @param numbers what gives the column its numbers, where that is not the column itself
 * @param constants the constants of the Java enum kept in the column, in their order, which is that of its ordinals; empty for others
 * @param truths what a converter stores for false and for true, in this order; empty where the column keeps no converted boolean
 * @param fill an expression that gives rows without a value theirs; null where nobody can tell
 * @param former values that the mapping calls otherwise now, by what they were called
 * @param zone the time zone that the application keeps times without a zone in; null for the session's
 */
public record Values(
        @Nullable Numbers numbers,
        List<String> constants,
        List<String> truths,
        Map<String, String> former,
        @Nullable String fill,
        @Nullable String zone) {

    /** Nothing is known. */
    public static final Values NONE = new Values(null, List.of(), List.of(), Map.of(), null, null);

    public Values {
        constants = List.copyOf(constants);
        truths = List.copyOf(truths);
        former = Map.copyOf(former);
    }

    public Values withNumbers(@Nullable Numbers other) {
        return new Values(other, constants, truths, former, fill, zone);
    }

    public Values withConstants(List<String> other) {
        return new Values(numbers, other, truths, former, fill, zone);
    }

    public Values withTruths(List<String> other) {
        return new Values(numbers, constants, other, former, fill, zone);
    }

    public Values withFormer(Map<String, String> other) {
        return new Values(numbers, constants, truths, other, fill, zone);
    }

    public Values withFill(@Nullable String other) {
        return new Values(numbers, constants, truths, former, other, zone);
    }

    public Values withZone(@Nullable String other) {
        return new Values(numbers, constants, truths, former, fill, other);
    }
}
