package dev.aludel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.metamodel.MetamodelReader;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.schema.Model;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Comparing ten thousand tables in the heap that all benchmarks have. The model is read from Hibernate in parts, since Hibernate's own
 * factory of so many entities does not fit into it.
 */
class LargeCompareBenchmark {

    private static final int TABLES = Integer.getInteger("benchmark.large", 10_000);
    private static final int PART = 1_000;
    private static final int RUNS = 5;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.createWithKeptConnections();

    @Test
    @DisplayName("compare many")
    void compare() throws Exception {
        Schema schema = Schema.empty().withTables(tables());
        DATABASE.execute("analyze");
        MigrationRunner runner = new MigrationRunner(
                new PostgresDialect(),
                DATABASE::open,
                List::of,
                () -> Model.of(schema),
                RunnerSettings.defaults());

        Timing compare =
                Timing.of(RUNS, () -> assertThat(runner.compare().operations()).isEmpty());

        Timing bare = bareQueries();
        System.out.printf(
                """

                | tables  | in a heap of %,d MB                            |     first |    median | to bare |
                |--------:|------------------------------------------------|----------:|----------:|-------:|
                %s
                %s
                """,
                Runtime.getRuntime().maxMemory() >> 20,
                compare.line("Aludel, without the metamodel", TABLES, bare),
                bare.line("  the catalogue's bare queries", TABLES, bare));
    }

    private static List<Table> tables() throws Exception {
        List<Table> tables = new ArrayList<>();
        for (int first = 0; first < TABLES; first += PART) {
            EntityModel entities = new EntityModel(GeneratedEntities.of(first, PART), Map.of(), List.of());
            entities.createIn(DATABASE);
            try (EntityModel.Open model = entities.open(DATABASE)) {
                tables.addAll(MetamodelReader.read(model.metadata(), (SessionFactoryImplementor) model.factory())
                        .tables());
            }
        }
        return tables;
    }

    private static Timing bareQueries() throws Exception {
        try (Connection connection = DATABASE.open()) {
            BareQueries queries = BareQueries.of(connection);
            return Timing.of(RUNS, () -> queries.run(connection));
        }
    }
}
