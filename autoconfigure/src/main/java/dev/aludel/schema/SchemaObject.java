package dev.aludel.schema;

import dev.aludel.text.OneLine;
import java.util.Comparator;

/**
 * An object of a database by kind and name: what a revision's header says it creates, and what a comparison reports as
 * unmanaged.
 */
public record SchemaObject(Kind kind, ObjectName name) implements Comparable<SchemaObject> {

    private static final Comparator<SchemaObject> ORDER =
            Comparator.comparing(SchemaObject::kind).thenComparing(SchemaObject::name);

    /** The kinds of object, in the order of reports. */
    public enum Kind {
        SCHEMA,
        TYPE,
        SEQUENCE,
        TABLE,
        PARTITION,
        FOREIGN_TABLE,
        INDEX,
        /** An exclusion constraint, as {@code no_overlap on bookings}. */
        EXCLUSION_CONSTRAINT,
        VIEW,
        MATERIALIZED_VIEW,
        FUNCTION,
        TRIGGER,
        POLICY,
        RULE,
        STATISTICS,
        FOREIGN_KEY,
        CONSTRAINT,
        COLUMN,
        PUBLICATION,
        EXTENSION,
        /** An {@link AuxiliaryObject}; its text is the name. */
        OBJECT,
        /** An auxiliary object that an earlier revision made, and this one took away. */
        DROPPED_OBJECT;

        /** Whether no table beside it can have its name. */
        public boolean isRelation() {
            return switch (this) {
                case SEQUENCE, TABLE, PARTITION, FOREIGN_TABLE, INDEX, VIEW, MATERIALIZED_VIEW -> true;
                default -> false;
            };
        }

        /** {@code materialized view}. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    @Override
    public int compareTo(SchemaObject other) {
        return ORDER.compare(this, other);
    }

    /** As people read it: {@code table users}. */
    @Override
    public String toString() {
        return OneLine.of(kind.label() + " " + name);
    }
}
