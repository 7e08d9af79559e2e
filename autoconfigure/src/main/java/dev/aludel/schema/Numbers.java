package dev.aludel.schema;

import org.jspecify.annotations.Nullable;

/** What gives a column its numbers: when another takes over, it must begin beyond all that were given. */
public sealed interface Numbers {

    <R> R accept(Visitor<R> visitor);

    /** Every kind of source. */
    interface Visitor<R> {
        R sequence(OfSequence numbers);

        R identity(OfIdentity numbers);

        R row(OfRow numbers);
    }

    /**
     * A sequence.
     *
     * @param start the first value of a new one
     * @param increment how far apart its values are
     */
    record OfSequence(ObjectName name, long start, long increment, Blocks blocks) implements Numbers {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sequence(this);
        }

        @Override
        public String toString() {
            return "sequence " + name;
        }
    }

    /** The column itself, as an identity column. */
    record OfIdentity(ObjectName table, String column) implements Numbers {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.identity(this);
        }

        @Override
        public String toString() {
            return "identity";
        }
    }

    /**
     * A row of a table that gives numbers.
     *
     * @param keyColumn names the rows
     * @param key the name of the row; null where only all rows together are known
     * @param valueColumn holds the number
     * @param last whether the number is the last that was taken; otherwise it is the next one
     */
    record OfRow(
            ObjectName table, String keyColumn, @Nullable String key, String valueColumn, boolean last, Blocks blocks)
            implements Numbers {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.row(this);
        }

        @Override
        public String toString() {
            return "table " + table;
        }
    }

    /**
     * The keys that an application makes of one number of the source.
     *
     * @param size how many keys
     */
    record Blocks(Kind kind, long size) {

        /** Where a block lies. */
        public enum Kind {
            /** The number n ends the block: n - size + 1 to n. A single number is a block of its own. */
            END,
            /** The number begins the block: n to n + size - 1. */
            BEGIN,
            /** The number counts the blocks from 1: (n - 1) * size + 1 to n * size. */
            COUNT,
            /** The number counts the blocks from 0: n * size to n * size + size - 1. */
            COUNT_FROM_ZERO
        }

        /** Each number is a key. */
        public static final Blocks SINGLE = new Blocks(Kind.END, 1);

        public Blocks withSize(long other) {
            return new Blocks(kind, other);
        }
    }
}
