package dev.aludel.diff;

import dev.aludel.schema.CompositeType;
import dev.aludel.schema.EnumType;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.OutgoingName;
import dev.aludel.schema.UserType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Types by name, each after those that it has attributes of. */
final class TypeOrder {

    private final Map<ObjectName, UserType> types = new LinkedHashMap<>();
    private final Set<UserType> ordered = new LinkedHashSet<>();

    private TypeOrder(List<UserType> types) {
        types.stream().sorted(Comparator.comparing(UserType::name)).forEach(type -> this.types.put(type.name(), type));
    }

    static List<UserType> of(List<UserType> types) {
        TypeOrder order = new TypeOrder(types);
        order.types.values().forEach(order::add);
        return new ArrayList<>(order.ordered);
    }

    private void add(UserType type) {
        if (!ordered.contains(type)) {
            uses(type).stream()
                    .filter(name -> !name.equals(type.name()))
                    .flatMap(name -> Optional.ofNullable(types.get(name)).stream())
                    .forEach(this::add);
            ordered.add(type);
        }
    }

    /** The types of a type's attributes. */
    static Set<ObjectName> uses(UserType type) {
        return type.accept(new UserType.Visitor<>() {
            @Override
            public Set<ObjectName> enumeration(EnumType enumeration) {
                return Set.of();
            }

            @Override
            public Set<ObjectName> composite(CompositeType composite) {
                return composite.attributes().stream()
                        .flatMap(attribute -> OutgoingName.nameIn(attribute.type()).stream())
                        .collect(Collectors.toUnmodifiableSet());
            }
        });
    }
}
