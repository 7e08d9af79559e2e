package dev.aludel.schema;

import java.util.Locale;

/**
 * A difference between a database that grew without Aludel and its mapping that changes no value, and is therefore left as it is. It
 * tells what the mapping says and what the database has instead, as far as that is not the text of an expression, which another server
 * prints in another way: it holds for these two alone.
 *
 * @param object the table; of a sequence its own name
 * @param part the column, or the constraint or index as the database or, where that has none, the mapping calls it; empty for the whole object
 * @param detail what the database has and the mapping says, in one line; empty where the kind says it all
 */
public record Acceptance(Kind kind, ObjectName object, String part, String detail) implements Comparable<Acceptance> {

    /** The kinds of difference. */
    public enum Kind {
        /** A column's type that holds every value of the mapped one, or is narrower than a length that nobody chose. */
        TYPE(true),
        /** A column that takes its numbers from a sequence by default, in place of an identity. */
        SERIAL(true),
        /** An identity of another kind. */
        IDENTITY(true),
        /** A default that the mapping does not mention. */
        DEFAULT(true),
        /** A column that takes no NULL where the mapping does not say so. */
        NOT_NULL(true),
        /** A column that takes NULL where Hibernate by itself has none, as in a version. */
        NULLABLE(true),
        /** A collation that the mapping does not mention. */
        COLLATION(true),
        /** A column's comment that the mapping does not mention. */
        COMMENT(true),
        /** A table's comment that the mapping does not mention. */
        TABLE_COMMENT(false),
        /** Another name of the same constraint or index. */
        NAME(true),
        /** The same columns of a key in another order. */
        ORDER(true),
        /** A unique index in place of a constraint, or a key that serves as an index. */
        INDEX(true),
        /** A check that the mapping does not mention. */
        CHECK(true),
        /** The lack of a check that Hibernate adds by itself, as that of an enum. */
        NO_CHECK(true),
        /** A unique constraint that the mapping does not mention. */
        UNIQUE(true),
        /** The lack of a unique constraint that Hibernate adds by itself, as that of a set. */
        NO_UNIQUE(true),
        /** An exclusion constraint, which no mapping can mention. */
        EXCLUSION(true),
        /** A foreign key, or its actions, that the mapping does not mention. */
        FOREIGN_KEY(true),
        /** The start of a sequence, which counts at its creation alone. */
        START(false);

        private final boolean ofPart;

        Kind(boolean ofPart) {
            this.ofPart = ofPart;
        }

        /** Whether it is about a part of the object. */
        public boolean isOfPart() {
            return ofPart;
        }

        /** {@code foreign-key}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Acceptance {
        detail = detail.replaceAll("\\s*\\R\\s*", " ").strip();
    }

    @Override
    public int compareTo(Acceptance other) {
        int byObject = object.compareTo(other.object);
        int byPart = byObject == 0 ? part.compareTo(other.part) : byObject;
        int byKind = byPart == 0 ? kind.compareTo(other.kind) : byPart;
        return byKind == 0 ? detail.compareTo(other.detail) : byKind;
    }

    /** As people read it: {@code type users.created: timestamp for timestamp(6)}. */
    @Override
    public String toString() {
        return kind.label() + " " + object + (part.isEmpty() ? "" : "." + part)
                + (detail.isEmpty() ? "" : ": " + detail);
    }
}
