package dev.aludel.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.diff.adoption.Adoption;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of change and return: a plan leads to what a fresh creation gives, and its reverse leads back. */
class DiffIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final Dialect DIALECT = new PostgresDialect();

    static Stream<Change> changes() {
        return Stream.of(ColumnChanges.all(), ConstraintChanges.all(), TableChanges.all())
                .flatMap(List::stream)
                .filter(change -> change.since() <= TestDatabase.serverVersion());
    }

    @BeforeEach
    void clear() {
        DATABASE.clear();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void leadsToAFreshCreationAndBack(Change change) {
        CatalogSnapshot fresh = created(change.after());
        DATABASE.clear();
        CatalogSnapshot before = created(change.before());
        change.rows().forEach(DATABASE::execute);
        List<Operation> plan = Diff.between(change.before(), change.after());

        apply(plan);
        assertThat(CatalogSnapshot.of(DATABASE).differenceFrom(fresh))
                .as("after the upgrade")
                .isEmpty();
        assertAnswers(change);

        apply(reversed(plan));
        assertThat(CatalogSnapshot.of(DATABASE).differenceFrom(before))
                .as("after the downgrade")
                .isEmpty();
        assertAnswers(change);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void leadsTheOtherWayAndBack(Change change) {
        leadsToAFreshCreationAndBack(change.reversed());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void leadsFromWhatTheCatalogueSaysAndBack(Change change) throws SQLException {
        CatalogSnapshot fresh = created(change.after());
        DATABASE.clear();
        CatalogSnapshot before = created(change.before());
        change.rows().forEach(DATABASE::execute);
        Schema after = change.after();
        Schema database = read(change.before().namespaces());
        Managed managed = Managed.of(database, List.of(), after, Set.of(), true);
        List<Operation> plan = Diff.between(managed, Adoption.adopt(after, managed.schema()));

        apply(plan);
        assertThat(CatalogSnapshot.of(DATABASE).differenceFrom(fresh))
                .as("after the upgrade")
                .isEmpty();
        assertAnswers(change);

        apply(reversed(plan));
        assertThat(CatalogSnapshot.of(DATABASE).differenceFrom(before))
                .as("after the downgrade")
                .isEmpty();
        assertAnswers(change);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void doesNotDependOnTheOrderOfTables(Change change) {
        assertThat(Diff.between(mirrored(change.before()), mirrored(change.after())))
                .isEqualTo(Diff.between(change.before(), change.after()));
        assertThat(Diff.between(change.after(), mirrored(change.after()))).isEmpty();
    }

    private static Schema read(List<String> namespaces) throws SQLException {
        try (Connection connection = DATABASE.open()) {
            return DIALECT.reader()
                    .read(connection, "public", Set.copyOf(namespaces))
                    .schema();
        }
    }

    private static Schema mirrored(Schema schema) {
        List<dev.aludel.schema.Table> tables = new ArrayList<>(schema.tables());
        Collections.reverse(tables);
        return schema.withTables(tables);
    }

    private static void assertAnswers(Change change) {
        for (Change.Answer answer : change.queries()) {
            assertThat(DATABASE.query(answer.query())).containsExactly(answer.value());
        }
    }

    private static CatalogSnapshot created(Schema schema) {
        apply(Diff.between(Schema.empty(), schema));
        return CatalogSnapshot.of(DATABASE);
    }

    static List<Operation> reversed(List<Operation> plan) {
        List<Operation> reversed =
                new ArrayList<>(plan.stream().map(Operation::reverse).toList());
        Collections.reverse(reversed);
        return reversed;
    }

    static void apply(List<Operation> plan) {
        DATABASE.execute(plan.stream()
                .flatMap(operation -> DIALECT.renderer().render(operation).stream())
                .toArray(String[]::new));
    }
}
