package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.operation.AlterType;
import dev.aludel.operation.CreateConversion;
import dev.aludel.schema.Column;
import dev.aludel.schema.CompositeType;
import dev.aludel.schema.CompositeType.Attribute;
import dev.aludel.schema.EnumType;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.UserType;
import java.util.List;
import java.util.stream.Collectors;

/** What the change of a type loses, or fails on. */
final class TypeLoss {

    private TypeLoss() {}

    static List<Hazard> of(CreateConversion operation, PostgresRenderer sql) {
        ObjectName name = operation.to().name();
        if (operation.from() instanceof EnumType before && operation.to() instanceof EnumType after) {
            ValueSets sets = new ValueSets(before.values(), after.values());
            return sets.gone().isEmpty() ? List.of() : List.of(removed(name, sets, sql));
        }
        return attributes(operation.from(), operation.to(), name, sql);
    }

    static List<Hazard> of(AlterType operation, PostgresRenderer sql) {
        return attributes(
                operation.before(), operation.after(), operation.after().name(), sql);
    }

    private static Hazard removed(ObjectName type, ValueSets sets, PostgresRenderer sql) {
        String list = sets.gone().stream().map(sql::literal).collect(Collectors.joining(", "));
        String renamed = sets.likely().entrySet().stream()
                .map(pair ->
                        " If '%s' is called '%s' now, rename it: write the revision with --rename %s.%s=%s, or put @RenamedFrom(\"%s\") on the constant, for: alter type %s rename value %s to %s;"
                                .formatted(
                                        pair.getKey(),
                                        pair.getValue(),
                                        type,
                                        pair.getKey(),
                                        pair.getValue(),
                                        pair.getKey(),
                                        sql.quote(type),
                                        sql.literal(pair.getKey()),
                                        sql.literal(pair.getValue())))
                .collect(Collectors.joining());
        String instead = sets.kept().isEmpty()
                ? ""
                : " Else give these rows a value that both types have, in this revision, before: update ... set ... = %s where ... in (%s);"
                        .formatted(sql.literal(sets.kept().get(0)), list);
        return Hazard.of(
                HazardCode.REMOVE_ENUM_VALUE,
                type,
                "Type '%s' loses the values %s: the change fails while a row holds one of them.".formatted(type, list),
                (renamed + instead).strip());
    }

    private static List<Hazard> attributes(UserType before, UserType after, ObjectName name, PostgresRenderer sql) {
        if (!(before instanceof CompositeType old) || !(after instanceof CompositeType now)) {
            return List.of();
        }
        return old.attributes().stream()
                .flatMap(attribute -> now.attributes().stream()
                        .filter(other -> other.name().equals(attribute.name()))
                        .findFirst()
                        .map(other -> new TypeHazards(sql, name, column(attribute), column(other)).ofAttribute())
                        .orElseGet(() -> List.of(dropped(name, attribute)))
                        .stream())
                .toList();
    }

    private static Column column(Attribute attribute) {
        return Column.of(attribute.name(), attribute.type(), true);
    }

    private static Hazard dropped(ObjectName type, Attribute attribute) {
        return Hazard.of(
                HazardCode.DROP_ATTRIBUTE,
                type,
                "Dropping attribute '%s' of type '%s' loses its values in every column of that type; a downgrade brings the attribute back without them."
                        .formatted(attribute.name(), type),
                "Keep them in a column of their own first if they may be needed.");
    }
}
