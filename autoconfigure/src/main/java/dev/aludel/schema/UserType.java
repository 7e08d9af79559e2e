package dev.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type that the application brings along: what a fresh creation makes before the tables that use it. */
public sealed interface UserType permits EnumType, CompositeType {

    ObjectName name();

    /** The type's comment. */
    @Nullable
    String comment();

    /** Those of a composite type; none of an enumeration. */
    List<CompositeType.Attribute> attributes();

    UserType withName(ObjectName other);

    <R> R accept(Visitor<R> visitor);

    /** The kinds of type. */
    interface Visitor<R> {
        R enumeration(EnumType type);

        R composite(CompositeType type);
    }
}
