package dev.aludel.metamodel;

import dev.aludel.RenamedFrom;
import dev.aludel.schema.Values;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** What the mapping knows of the values of a column. */
final class ValuesReader {

    private final NumbersReader numbers;
    private final Map<Value, String> discriminators = new HashMap<>();
    private final Map<Value, Map<String, String>> formerClasses = new HashMap<>();
    private final String zone;

    ValuesReader(
            MetadataImplementor metadata, ObjectNames names, Generators generators, SessionFactoryImplementor factory) {
        this.numbers = new NumbersReader(metadata, names, generators, factory);
        TimeZone configured = factory.getSessionFactoryOptions().getJdbcTimeZone();
        // without the setting Hibernate and the driver take the zone of their JVM
        this.zone = (configured == null ? TimeZone.getDefault() : configured).getID();
        metadata.getEntityBindings().forEach(this::discriminator);
        metadata.getEntityBindings().forEach(this::formerClass);
    }

    Values of(Table table, Column column) {
        Values values = Values.NONE.withNumbers(numbers.of(table, column));
        if (!(column.getValue() instanceof BasicValue value)) {
            return values;
        }
        return values.withConstants(constants(value))
                .withTruths(truths(value))
                .withFormer(former(value))
                .withFill(value.isSoftDelete() ? notDeleted(value) : discriminators.get(value))
                .withZone(value.getResolution().getJdbcType().isTemporal() ? zone : null);
    }

    /** The constants of an enum that a column keeps by their numbers or names; empty for others. */
    static List<String> constants(Column column) {
        return column.getValue() instanceof BasicValue value ? constants(value) : List.of();
    }

    /** None for an enum that a converter or an {@code @EnumeratedValue} stores in its own way. */
    private static List<String> constants(BasicValue value) {
        BasicValue.Resolution<?> resolution = value.getResolution();
        Class<?> type = resolution.getDomainJavaType().getJavaTypeClass();
        if (!type.isEnum() || resolution.getValueConverter() != null) {
            return List.of();
        }
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    /** What was called otherwise: a class by its discriminator, a constant by its name. */
    private Map<String, String> former(BasicValue value) {
        Class<?> type = value.getResolution().getDomainJavaType().getJavaTypeClass();
        Class<?> element = type.isArray() ? type.getComponentType() : type;
        if (!element.isEnum() || value.getResolution().getValueConverter() != null) {
            return formerClasses.getOrDefault(value, Map.of());
        }
        Map<String, String> former = new HashMap<>();
        Stream.of(element.getFields())
                .filter(field -> field.isEnumConstant() && field.isAnnotationPresent(RenamedFrom.class))
                .forEach(field -> Stream.of(
                                field.getAnnotation(RenamedFrom.class).value())
                        .forEach(name -> former.putIfAbsent(name, field.getName())));
        return former;
    }

    /** Of a boolean that a converter stores, what stands for false and true. */
    private static List<String> truths(BasicValue value) {
        BasicValue.Resolution<?> resolution = value.getResolution();
        Class<?> type = resolution.getDomainJavaType().getJavaTypeClass();
        return type == Boolean.class && resolution.getValueConverter() != null
                ? Stream.of(false, true)
                        .map(truth -> String.valueOf(relational(resolution, truth)))
                        .toList()
                : List.of();
    }

    /** Rows that were there before anything could be deleted softly are not deleted. */
    private static @Nullable String notDeleted(BasicValue value) {
        SoftDeleteType strategy = value.getSoftDeleteStrategy();
        if (strategy == SoftDeleteType.TIMESTAMP) {
            return null;
        }
        // with ACTIVE Hibernate's converter of "deleted" turns the value round itself
        boolean converted = value.getResolution().getValueConverter() != null;
        return literal(relational(value.getResolution(), !converted && strategy == SoftDeleteType.ACTIVE));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object relational(BasicValue.Resolution<?> resolution, Boolean indicator) {
        org.hibernate.type.descriptor.converter.spi.BasicValueConverter converter = resolution.getValueConverter();
        return converter == null ? indicator : converter.toRelationalValue(indicator);
    }

    /** Rows that were there before there were subclasses are of the root class, unless it has no instances. */
    private void discriminator(PersistentClass entity) {
        if (!(entity instanceof RootClass root)
                || root.getDiscriminator() == null
                || Boolean.TRUE.equals(root.isAbstract())) {
            return;
        }
        String value = root.getDiscriminatorValue();
        if (value == null || root.isDiscriminatorValueNull() || root.isDiscriminatorValueNotNull()) {
            return;
        }
        boolean number =
                Number.class.isAssignableFrom(root.getDiscriminator().getType().getReturnedClass());
        String text = number ? value : literal(value);
        if (text != null) {
            discriminators.put(root.getDiscriminator(), text);
        }
    }

    /** What rows of a class hold is its name, unless the mapping chooses it: a class that is renamed carries them along. */
    private void formerClass(PersistentClass entity) {
        Value discriminator = entity.getRootClass().getDiscriminator();
        String value = entity.getDiscriminatorValue();
        RenamedFrom renamed = entity.getMappedClass() == null
                ? null
                : entity.getMappedClass().getDeclaredAnnotation(RenamedFrom.class);
        if (discriminator == null
                || value == null
                || renamed == null
                || discriminator.getType().getReturnedClass() != String.class) {
            return;
        }
        Map<String, String> former = formerClasses.computeIfAbsent(discriminator, any -> new HashMap<>());
        for (String name : renamed.value()) {
            former.putIfAbsent(name, value);
        }
    }

    private static @Nullable String literal(@Nullable Object value) {
        if (value instanceof Boolean || value instanceof Number) {
            return value.toString();
        }
        return value == null ? null : "'" + value.toString().replace("'", "''") + "'";
    }
}
