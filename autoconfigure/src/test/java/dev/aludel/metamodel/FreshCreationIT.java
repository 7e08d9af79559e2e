package dev.aludel.metamodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.schema.Schema;
import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each text in src/test/resources/metamodel is a model; lines at its beginning such as {@code // hibernate.x = y} are its
 * settings, and {@code // since = 15} says which version of PostgreSQL has it first. What the reader reads from it, written as SQL word for word, must create what Hibernate itself creates.
 */
class FreshCreationIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final String COLUMN_ORDER = """
            select c.oid::regclass || ': ' || string_agg(a.attname, ', ' order by a.attnum)
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
            where c.relkind = 'r' and c.relnamespace >= 16384 or c.relnamespace = 'public'::regnamespace
            group by c.oid order by 1""";

    private static final Map<String, String> CREATE = Map.of(
            "hibernate.hbm2ddl.auto", "create-only",
            "hibernate.hbm2ddl.create_namespaces", "true",
            "hibernate.hbm2ddl.halt_on_error", "true");

    private static final Map<String, EntityModel> MODELS = new TreeMap<>();

    static Stream<String> models() throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/metamodel"))) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString().replace(".txt", ""), Files.readString(file));
            }
        }
        texts.values()
                .removeIf(text ->
                        Integer.parseInt(settings(text).getOrDefault("since", "0")) > TestDatabase.serverVersion());
        EntityModel.of(texts)
                .forEach((name, model) -> MODELS.put(name, model.withSettings(settings(texts.getOrDefault(name, "")))));
        return MODELS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void meansWhatHibernateCreates(String name) {
        EntityModel model = Objects.requireNonNull(MODELS.get(name), name);
        DATABASE.clear();
        Schema readAfterCreation = read(model.withSettings(CREATE));
        CatalogSnapshot byHibernate = CatalogSnapshot.of(DATABASE);
        List<String> orderOfHibernate = DATABASE.query(COLUMN_ORDER);
        assertThat(byHibernate.lines()).isNotEmpty();

        DATABASE.clear();
        Schema schema = read(model);
        // unquoted, PostgreSQL stores SHOP as shop
        String defaultSchema = model.settings().getOrDefault("hibernate.default_schema", "public");
        DATABASE.execute(new SchemaSql(defaultSchema.toLowerCase(Locale.ROOT)).of(schema));

        assertThat(CatalogSnapshot.of(DATABASE).differenceFrom(byHibernate)).isEmpty();
        assertThat(DATABASE.query(COLUMN_ORDER)).isEqualTo(orderOfHibernate);
        // creating reorders columns and adds unique keys in Hibernate's metadata
        assertThat(readAfterCreation).isEqualTo(schema);
        assertThat(readBeforeTheFactory(model)).isEqualTo(schema);
    }

    private static Schema readBeforeTheFactory(EntityModel model) {
        MappingReading reading = new MappingReading();
        return reading.during(() -> model.open(DATABASE, reading)).schema();
    }

    private static Schema read(EntityModel model) {
        try (EntityModel.Open open = model.open(DATABASE)) {
            return MetamodelReader.read(open.metadata(), open.factory().unwrap(SessionFactoryImplementor.class));
        }
    }

    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new HashMap<>();
        text.lines().takeWhile(line -> line.startsWith("// ")).forEach(line -> {
            String[] parts = line.substring(3).split(" = ", 2);
            settings.put(parts[0], parts[1]);
        });
        return settings;
    }
}
