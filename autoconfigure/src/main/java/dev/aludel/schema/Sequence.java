package dev.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence of its own, not the one behind an identity column. What a mapping cannot say (limits, cache, cycle) is null in
 * the metamodel's schema and not compared.
 *
 * @param start the first value of a new sequence
 * @param increment the step, which Hibernate's allocation size must equal
 * @param owner for a sequence that goes with a column, as {@code serial} makes it: {@code table.column} in the same schema
 */
public record Sequence(
        ObjectName name,
        long start,
        long increment,
        @Nullable Options options,
        @Nullable Owner owner) {

    /** The rest of a sequence's definition, as the database reports it. */
    public record Options(String type, long minimum, long maximum, long cache, boolean cycle) {}

    /** The column that a sequence goes with. */
    public record Owner(ObjectName table, String column) {}

    public static Sequence of(ObjectName name, long start, long increment) {
        return new Sequence(name, start, increment, null, null);
    }

    public Sequence withName(ObjectName other) {
        return new Sequence(other, start, increment, options, owner);
    }

    public Sequence withStart(long other) {
        return new Sequence(name, other, increment, options, owner);
    }

    public Sequence withOptions(@Nullable Options otherOptions, @Nullable Owner otherOwner) {
        return new Sequence(name, start, increment, otherOptions, otherOwner);
    }
}
