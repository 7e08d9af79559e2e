package dev.aludel.schema;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named enumeration.
 *
 * @param values in the order of the database, by which they are sorted and compared
 * @param casts the implicit casts from and to varchar that Hibernate makes with the type
 */
public record EnumType(
        ObjectName name,
        List<String> values,
        Set<TextCast> casts,
        @Nullable String comment) implements UserType {

    /** An implicit cast between the type and varchar. */
    public enum TextCast {
        FROM_VARCHAR,
        TO_VARCHAR
    }

    public EnumType {
        values = List.copyOf(values);
        casts = Set.copyOf(casts);
    }

    /** As Hibernate makes it, with a cast each way. */
    public static EnumType of(ObjectName name, List<String> values) {
        return new EnumType(name, values, Set.of(TextCast.values()), null);
    }

    @Override
    public List<CompositeType.Attribute> attributes() {
        return List.of();
    }

    @Override
    public EnumType withName(ObjectName other) {
        return new EnumType(other, values, casts, comment);
    }

    public EnumType withValues(List<String> other) {
        return new EnumType(name, other, casts, comment);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.enumeration(this);
    }
}
