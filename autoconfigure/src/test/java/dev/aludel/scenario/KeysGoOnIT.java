package dev.aludel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import jakarta.persistence.GeneratedValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * No key is given twice, whatever gives the keys before a change, after it and after the way back: real applications persist entities
 * in each of the three states, with a restart between. {@code -Dkeys=all} tries every pair in both directions.
 */
class KeysGoOnIT {

    private static final String SEQUENCE =
            "@GeneratedValue(generator = \"b\") @SequenceGenerator(name = \"b\", sequenceName = \"%s\", allocationSize = %d%s)";

    /** How {@code Book} gets its keys. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("assigned", "");
        KINDS.put("identity", "@GeneratedValue(strategy = GenerationType.IDENTITY)");
        KINDS.put("sequence", "@GeneratedValue(strategy = GenerationType.SEQUENCE)");
        KINDS.put("sequence by 1", SEQUENCE.formatted("book_seq", 1, ""));
        KINDS.put("sequence by 20", SEQUENCE.formatted("book_seq", 20, ""));
        KINDS.put("sequence by 100", SEQUENCE.formatted("book_seq", 100, ""));
        KINDS.put("sequence of another name", SEQUENCE.formatted("numbers", 50, ""));
        KINDS.put("sequence from 1000", SEQUENCE.formatted("thousands", 10, ", initialValue = 1000"));
        KINDS.put(
                "serial",
                "@GeneratedValue(strategy = GenerationType.IDENTITY) @Column(columnDefinition = \"bigserial\")");
        KINDS.put("table", "@GeneratedValue(strategy = GenerationType.TABLE)");
        KINDS.put(
                "table by 1",
                "@GeneratedValue(generator = \"t\") @TableGenerator(name = \"t\", table = \"counters\","
                        + " pkColumnName = \"what\", valueColumnName = \"next_id\", allocationSize = 1)");
    }

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private final List<Long> keys = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> fromAnyKindToAnyOther() {
        return changes(Map.of(), ".*");
    }

    @TestFactory
    Stream<DynamicTest> alsoWhereNumbersBeginABlock() {
        return changes(
                Map.of("hibernate.id.optimizer.pooled.preferred", "pooled-lo"), "(sequence|identity|table)( by.*)?");
    }

    /** The size of a block is no part of the schema then, and its change none that could be seen. */
    @TestFactory
    Stream<DynamicTest> alsoWhereNumbersCountBlocks() {
        return changes(
                Map.of("hibernate.id.optimizer.pooled.preferred", "hilo"),
                "identity|sequence|.* of another name|table");
    }

    private Stream<DynamicTest> changes(Map<String, String> settings, String kinds) {
        Map<String, String> texts = new LinkedHashMap<>();
        KINDS.forEach((name, generation) -> {
            if (name.matches(kinds)) {
                texts.put(name, "@Entity class Book { @Id %s Long id; String title; }".formatted(generation));
            }
        });
        Map<String, EntityModel> models = new LinkedHashMap<>();
        EntityModel.of(texts).forEach((name, model) -> models.put(name, model.withSettings(settings)));
        List<String> names = List.copyOf(models.keySet());
        return names.stream()
                .flatMap(from -> names.stream()
                        .filter(to -> isTaken(names, from, to))
                        .map(to -> DynamicTest.dynamicTest(
                                from + " to " + to,
                                () -> goOn(
                                        Objects.requireNonNull(models.get(from)),
                                        Objects.requireNonNull(models.get(to))))));
    }

    /** Each way is gone back: half of the pairs are all; of these, those with a plain sequence and those that stand side by side. */
    private static boolean isTaken(List<String> names, String from, String to) {
        int distance = names.indexOf(to) - names.indexOf(from);
        return System.getProperty("keys", "").equals("all")
                ? distance != 0
                : distance == 1 || (distance > 0 && (from.equals("sequence") || to.equals("sequence")));
    }

    private void goOn(EntityModel from, EntityModel to) {
        DATABASE.clear();
        keys.clear();
        Engine engine = new Engine(DATABASE);
        Engine.Step step;
        try (EntityModel.Open model = open(from)) {
            engine.migrate(model);
            persist(model, 3);
        }
        try (EntityModel.Open model = open(to)) {
            step = engine.migrate(model);
            persist(model, 130);
        }
        restarted(to);
        try (EntityModel.Open model = open(from)) {
            engine.back(model);
            persist(model, 130);
        }
        restarted(from);
        assertThat(keys).as("%s%n%n%s", step.upgrade(), step.downgrade()).doesNotHaveDuplicates();
    }

    private void restarted(EntityModel model) {
        try (EntityModel.Open again = open(model)) {
            persist(again, 3);
        }
    }

    private static EntityModel.Open open(EntityModel model) {
        return model.withSettings(Map.of("hibernate.id.sequence.increment_size_mismatch_strategy", "none"))
                .open(DATABASE);
    }

    private void persist(EntityModel.Open model, int count) {
        SessionFactory factory = model.factory();
        Class<?> book = factory.getMetamodel().entity("Book").getJavaType();
        boolean assigned = isAssigned(book);
        for (int i = 0; i < count; i++) {
            Object entity = instance(book);
            if (assigned) {
                long highest = keys.stream().mapToLong(Long::longValue).max().orElse(0);
                set(entity, highest + 1);
            }
            factory.inTransaction(session -> session.persist(entity));
            keys.add((Long) factory.getPersistenceUnitUtil().getIdentifier(entity));
        }
    }

    private static boolean isAssigned(Class<?> book) {
        try {
            return !book.getDeclaredField("id").isAnnotationPresent(GeneratedValue.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object instance(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Object entity, long id) {
        try {
            Field field = entity.getClass().getDeclaredField("id");
            field.setAccessible(true);
            field.set(entity, id);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
