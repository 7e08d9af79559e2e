package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.Hazard;
import dev.aludel.dialect.HazardCode;
import dev.aludel.dialect.Renderer;
import dev.aludel.operation.AlterType;
import dev.aludel.operation.CreateConversion;
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

    static List<Hazard> of(CreateConversion operation, Renderer sql) {
        ObjectName name = operation.to().name();
        if (operation.from() instanceof EnumType before && operation.to() instanceof EnumType after) {
            List<String> gone = before.values().stream()
                    .filter(value -> !after.values().contains(value))
                    .toList();
            return gone.isEmpty() ? List.of() : List.of(removed(name, gone, sql));
        }
        return attributes(operation.from(), operation.to(), name);
    }

    static List<Hazard> of(AlterType operation) {
        return attributes(
                operation.before(), operation.after(), operation.after().name());
    }

    private static Hazard removed(ObjectName type, List<String> values, Renderer sql) {
        String list = values.stream().map(sql::literal).collect(Collectors.joining(", "));
        return Hazard.of(
                HazardCode.REMOVE_ENUM_VALUE,
                type,
                "Type '%s' loses the values %s: the change fails while a row holds one of them.".formatted(type, list),
                "Give these rows another value in this revision, before: update ... set ... = ... where ... in (%s);"
                        .formatted(list));
    }

    private static List<Hazard> attributes(UserType before, UserType after, ObjectName name) {
        if (!(before instanceof CompositeType old) || !(after instanceof CompositeType now)) {
            return List.of();
        }
        List<String> kept = now.attributes().stream().map(Attribute::name).toList();
        return old.attributes().stream()
                .map(Attribute::name)
                .filter(attribute -> !kept.contains(attribute))
                .map(attribute -> Hazard.of(
                        HazardCode.DROP_ATTRIBUTE,
                        name,
                        "Dropping attribute '%s' of type '%s' loses its values in every column of that type; a downgrade brings the attribute back without them."
                                .formatted(attribute, name),
                        "Keep them in a column of their own first if they may be needed."))
                .toList();
    }
}
