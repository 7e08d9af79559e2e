package dev.aludel.metamodel;

import dev.aludel.RenamedFrom;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The members of classes that carry {@link RenamedFrom}, whatever Hibernate's access type is; each class is looked at once. */
final class Members {

    private final Map<Class<?>, Map<String, RenamedFrom>> renamed = new HashMap<>();

    /** What the attribute's field says, or its getter, here or in a superclass. */
    Optional<RenamedFrom> of(Class<?> owner, String attribute) {
        for (@Nullable Class<?> type = owner; type != null; type = type.getSuperclass()) {
            RenamedFrom found = renamed.computeIfAbsent(type, Members::declared).get(attribute);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static Map<String, RenamedFrom> declared(Class<?> type) {
        Map<String, RenamedFrom> found = new HashMap<>();
        for (Method method : type.getDeclaredMethods()) {
            RenamedFrom annotation = method.getAnnotation(RenamedFrom.class);
            if (annotation != null && method.getParameterCount() == 0) {
                attribute(method.getName()).ifPresent(name -> found.put(name, annotation));
            }
        }
        for (Field field : type.getDeclaredFields()) {
            RenamedFrom annotation = field.getAnnotation(RenamedFrom.class);
            if (annotation != null) {
                found.put(field.getName(), annotation);
            }
        }
        return found;
    }

    private static Optional<String> attribute(String getter) {
        return Stream.of("get", "is")
                .filter(getter::startsWith)
                .map(prefix -> Introspector.decapitalize(getter.substring(prefix.length())))
                .findFirst();
    }
}
