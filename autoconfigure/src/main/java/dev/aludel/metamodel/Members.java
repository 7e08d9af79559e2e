package dev.aludel.metamodel;

import java.beans.Introspector;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The members of a class that carry an attribute's annotations: its field, or its getter, here or in a superclass. */
final class Members {

    private Members() {}

    /** The member that has an annotation of ours, if the attribute has one; whatever Hibernate's access type is. */
    static Optional<AnnotatedElement> of(Class<?> owner, String attribute) {
        for (@Nullable Class<?> type = owner; type != null; type = type.getSuperclass()) {
            Optional<AnnotatedElement> found = declared(type, attribute)
                    .filter(member -> member.isAnnotationPresent(dev.aludel.RenamedFrom.class))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Stream<AnnotatedElement> declared(Class<?> type, String attribute) {
        Stream<AnnotatedElement> fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getName().equals(attribute))
                .map(AnnotatedElement.class::cast);
        Stream<AnnotatedElement> getters = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && isGetter(method.getName(), attribute))
                .map(AnnotatedElement.class::cast);
        return Stream.concat(fields, getters);
    }

    private static boolean isGetter(String method, String attribute) {
        return Stream.of("get", "is")
                .filter(method::startsWith)
                .map(prefix -> Introspector.decapitalize(method.substring(prefix.length())))
                .anyMatch(attribute::equals);
    }
}
