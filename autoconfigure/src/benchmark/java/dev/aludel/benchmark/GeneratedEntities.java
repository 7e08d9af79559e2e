package dev.aludel.benchmark;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.TypeManifestation;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.TargetType;

/**
 * Entity classes of nine columns each, with a primary key, a unique constraint, an index, an enum's check and a foreign key. They are
 * made as bytes: ten thousand sources would cost more to compile than all that is measured.
 */
final class GeneratedEntities {

    /** What the enum column holds. */
    public enum Status {
        OPEN,
        PAID,
        SENT,
        CLOSED
    }

    private GeneratedEntities() {}

    static List<Class<?>> of(int count) {
        return of(0, count);
    }

    /** Those from a number on. */
    static List<Class<?>> of(int first, int count) {
        Loader loader = new Loader();
        List<Class<?>> entities = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Type parent = i == 0 ? TargetType.class : entities.get(i / 2);
            String name = "benchmark.Entity%05d".formatted(first + i);
            String table = "entity_%05d".formatted(first + i);
            entities.add(loader.define(name, entity(name, table, parent).make().getBytes()));
        }
        return entities;
    }

    /** Final, so that Hibernate makes no proxy classes, which are not what is measured. */
    private static DynamicType.Builder<Object> entity(String name, String table, Type parent) {
        DynamicType.Builder<Object> entity = new ByteBuddy()
                .subclass(Object.class)
                .name(name)
                .modifiers(Visibility.PUBLIC, TypeManifestation.FINAL)
                .annotateType(annotation(Entity.class).build(), table(table));
        entity = field(entity, "id", Long.class, annotation(Id.class).build());
        entity = field(entity, "code", String.class, column("length", 40));
        entity = field(entity, "name", String.class, column("nullable", false));
        entity = field(entity, "amount", BigDecimal.class, column("scale", 4));
        entity = field(entity, "quantity", int.class);
        entity = field(entity, "active", boolean.class);
        entity = field(entity, "createdAt", Instant.class);
        entity = field(
                entity,
                "status",
                Status.class,
                annotation(Enumerated.class).define("value", EnumType.STRING).build());
        return field(
                entity,
                "parent",
                parent,
                annotation(ManyToOne.class).define("fetch", FetchType.LAZY).build(),
                annotation(JoinColumn.class).define("name", "parent_id").build());
    }

    private static AnnotationDescription table(String name) {
        AnnotationDescription unique = annotation(UniqueConstraint.class)
                .define("name", "uk_" + name)
                .defineArray("columnNames", "code")
                .build();
        AnnotationDescription index = annotation(jakarta.persistence.Index.class)
                .define("name", "ix_" + name)
                .define("columnList", "created_at")
                .build();
        return annotation(Table.class)
                .define("name", name)
                .defineAnnotationArray("uniqueConstraints", type(UniqueConstraint.class), unique)
                .defineAnnotationArray("indexes", type(jakarta.persistence.Index.class), index)
                .build();
    }

    private static DynamicType.Builder<Object> field(
            DynamicType.Builder<Object> entity, String name, Type type, AnnotationDescription... annotations) {
        return entity.defineField(name, type, Visibility.PUBLIC).annotateField(annotations);
    }

    private static AnnotationDescription column(String attribute, int value) {
        return annotation(Column.class).define(attribute, value).build();
    }

    private static AnnotationDescription column(String attribute, boolean value) {
        return annotation(Column.class).define(attribute, value).build();
    }

    private static AnnotationDescription.Builder annotation(Class<? extends java.lang.annotation.Annotation> type) {
        return AnnotationDescription.Builder.ofType(type);
    }

    private static net.bytebuddy.description.type.TypeDescription type(Class<?> type) {
        return net.bytebuddy.description.type.TypeDescription.ForLoadedType.of(type);
    }

    /** One for a model, so that a later model does not keep an earlier one alive. */
    private static final class Loader extends ClassLoader {

        Loader() {
            super(GeneratedEntities.class.getClassLoader());
        }

        Class<?> define(String name, byte[] bytes) {
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
