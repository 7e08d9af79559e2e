package dev.aludel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.compare.CompareSettings;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.metamodel.MetamodelReader;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.TransactionMode;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.tool.schema.spi.DelayedDropRegistryNotAvailableImpl;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comparing entities with a database that is equal to them, beside the peers. */
class CompareBenchmark {

    private static final int LIQUIBASE_TABLES = 100;
    private static final StringBuilder TABLE = new StringBuilder("""

            | tables  | comparing a model with a database equal to it   |     first |    median | to update |
            |--------:|------------------------------------------------|----------:|----------:|-------:|
            """);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.createWithKeptConnections();

    @AfterAll
    static void print() {
        System.out.println(TABLE);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    @DisplayName("compare")
    void compare(int tables) throws Exception {
        DATABASE.clear();
        EntityModel entities = new EntityModel(GeneratedEntities.of(tables), Map.of(), List.of());
        entities.createIn(DATABASE);
        DATABASE.execute("analyze");
        int runs = tables > 1_000 ? 3 : 7;
        try (EntityModel.Open model = entities.open(DATABASE)) {
            Timing update = Timing.of(runs, () -> update(model));
            SessionFactoryImplementor factory = (SessionFactoryImplementor) model.factory();
            MigrationRunner runner = runner(model, factory);
            Timing compare = Timing.of(
                    runs, () -> assertThat(runner.compare().operations()).isEmpty());
            Timing metamodel = Timing.of(runs, () -> MetamodelReader.model(model.metadata(), factory));
            add(compare.line("Aludel, all of it", tables, update));
            add(metamodel.line("  of which: the metamodel", tables, update));
            add(bareQueries(runs).line("  the catalogue's bare queries", tables, update));
            add(update.line("Hibernate's hbm2ddl update (names only)", tables, update));
            if (tables <= LIQUIBASE_TABLES) {
                Timing liquibase = Timing.of(2, () -> LiquibaseDiff.of(model.metadata(), DATABASE));
                add(liquibase.line("liquibase-hibernate's diff", tables, update));
            }
        }
    }

    /** More of them, as {@code -Dbenchmark.tables=10000 -Dbenchmark.heap=2g}, ask for a larger heap: Hibernate's factory is in it. */
    static IntStream sizes() {
        return Arrays.stream(System.getProperty("benchmark.tables", "100,1000").split(","))
                .mapToInt(Integer::parseInt);
    }

    private static void add(String line) {
        TABLE.append(line).append('\n');
    }

    private static Timing bareQueries(int runs) throws Exception {
        try (Connection connection = DATABASE.open()) {
            BareQueries queries = BareQueries.of(connection);
            return Timing.of(runs, () -> queries.run(connection));
        }
    }

    /** What {@code hibernate.hbm2ddl.auto=update} does when a session factory is built. */
    private static void update(EntityModel.Open model) {
        SessionFactoryImplementor factory = (SessionFactoryImplementor) model.factory();
        Map<String, Object> settings = new HashMap<>(factory.getProperties());
        settings.put("hibernate.hbm2ddl.auto", "update");
        SchemaManagementToolCoordinator.process(
                model.metadata(),
                ((MetadataImplementor) model.metadata())
                        .getMetadataBuildingOptions()
                        .getServiceRegistry(),
                settings,
                DelayedDropRegistryNotAvailableImpl.INSTANCE);
    }

    private static MigrationRunner runner(EntityModel.Open model, SessionFactoryImplementor factory) {
        RunnerSettings settings = new RunnerSettings(
                null,
                null,
                RunnerSettings.VERSION_TABLE,
                Duration.ofSeconds(5),
                0,
                null,
                Duration.ofSeconds(5),
                TransactionMode.PER_REVISION,
                CompareSettings.defaults());
        return new MigrationRunner(
                new PostgresDialect(),
                DATABASE::open,
                List::of,
                () -> MetamodelReader.model(model.metadata(), factory),
                settings);
    }
}
