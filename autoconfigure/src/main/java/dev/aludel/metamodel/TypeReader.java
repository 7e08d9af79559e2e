package dev.aludel.metamodel;

import dev.aludel.schema.CompositeType;
import dev.aludel.schema.CompositeType.Attribute;
import dev.aludel.schema.UserType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.UserDefinedObjectType;
import org.hibernate.mapping.UserDefinedType;
import org.hibernate.tool.schema.spi.SchemaFilter;

/** The types that a creation makes before the tables: named enumerations, then those of {@code @Struct}, as Hibernate does. */
final class TypeReader {

    private final Mapping mapping;
    private final NamedEnums enums;

    TypeReader(Mapping mapping) {
        this.mapping = mapping;
        this.enums = new NamedEnums(mapping);
    }

    List<UserType> read(SchemaFilter filter) {
        Map<Object, UserType> types = new LinkedHashMap<>();
        mapping.metadata().getDatabase().getAuxiliaryDatabaseObjects().stream()
                .filter(object -> object.appliesToDialect(mapping.dialect()))
                .flatMap(object -> enums.type(object).stream())
                .forEach(type -> types.putIfAbsent(type.name(), type));
        for (Namespace namespace : mapping.metadata().getDatabase().getNamespaces()) {
            if (filter.includeNamespace(namespace)) {
                for (UserDefinedType type : namespace.getDependencyOrderedUserDefinedTypes()) {
                    // the other kind, an array with a name, is Oracle's
                    if (type instanceof UserDefinedObjectType object) {
                        CompositeType composite = composite(object);
                        types.putIfAbsent(composite.name(), composite);
                    }
                }
            }
        }
        return new ArrayList<>(types.values());
    }

    private CompositeType composite(UserDefinedObjectType type) {
        Identifier schema = Identifier.toIdentifier(type.getSchema(), type.isSchemaQuoted());
        return new CompositeType(
                mapping.names().of(schema, type.getNameIdentifier()),
                type.getColumns().stream().map(this::attribute).toList(),
                Texts.ofComment(type.getComment()));
    }

    private Attribute attribute(Column column) {
        return new Attribute(
                Names.of(column),
                Texts.ofType(column.getSqlType(mapping.metadata())),
                null,
                Texts.ofComment(column.getComment()));
    }
}
