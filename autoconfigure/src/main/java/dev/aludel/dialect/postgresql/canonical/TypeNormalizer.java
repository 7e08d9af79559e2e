package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.schema.CompositeType;
import dev.aludel.schema.CompositeType.Attribute;
import dev.aludel.schema.EnumType;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.UserType;
import java.util.function.UnaryOperator;

/** Types of a mapping in the form that the catalogue reader yields. */
final class TypeNormalizer implements UserType.Visitor<UserType> {

    private final UnaryOperator<ObjectName> name;
    private final String ownSchema;

    TypeNormalizer(UnaryOperator<ObjectName> name, String ownSchema) {
        this.name = name;
        this.ownSchema = ownSchema;
    }

    @Override
    public UserType enumeration(EnumType type) {
        return new EnumType(name.apply(type.name()), type.values(), type.casts(), ModelNormalizer.text(type.comment()));
    }

    @Override
    public UserType composite(CompositeType type) {
        return new CompositeType(
                name.apply(type.name()),
                type.attributes().stream().map(this::attribute).toList(),
                ModelNormalizer.text(type.comment()));
    }

    private Attribute attribute(Attribute attribute) {
        return new Attribute(
                Identifiers.truncated(attribute.name()),
                TypeName.normal(attribute.type(), ownSchema),
                ModelNormalizer.collation(attribute.collation()),
                ModelNormalizer.text(attribute.comment()));
    }
}
