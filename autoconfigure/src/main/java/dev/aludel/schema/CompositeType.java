package dev.aludel.schema;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A type that is a row of its own, as {@code @Struct} makes it.
 *
 * @param attributes in order, which is part of the meaning: values are written by position
 */
public record CompositeType(
        ObjectName name,
        List<Attribute> attributes,
        @Nullable String comment) implements UserType {

    /**
     * A field of the row.
     *
     * @param name unquoted
     * @param type as of a {@link Column}
     * @param collation set where it differs from the type's own
     */
    public record Attribute(
            String name,
            String type,
            @Nullable String collation,
            @Nullable String comment) {

        public Attribute withType(String other) {
            return new Attribute(name, other, collation, comment);
        }
    }

    public CompositeType {
        attributes = List.copyOf(attributes);
    }

    @Override
    public CompositeType withName(ObjectName other) {
        return new CompositeType(other, attributes, comment);
    }

    /** The type with each attribute changed. */
    public CompositeType mapAttributes(UnaryOperator<Attribute> change) {
        return new CompositeType(name, attributes.stream().map(change).toList(), comment);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.composite(this);
    }
}
