package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.metamodel.MetamodelReader;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.schema.Acceptance;
import dev.aludel.script.ScriptFolder;
import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that other tools brought up: what differs from the entities without changing a value is accepted once, and then silent. */
class AdoptedSchemaIT {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase", "hibernate5"})
    void isAdoptedQuietly(String tool) throws IOException {
        try (TestDatabase database = grown(tool);
                TestDatabase fresh = TestDatabase.create();
                EntityModel.Open model = EntityModel.of(text(tool + ".java")).open(database)) {
            CatalogSnapshot before = CatalogSnapshot.of(database);
            Commands commands = commands(database, model);

            WrittenBaseline baseline = commands.baseline("as it was found", false);

            assertThat(baseline.comparison().describe()).isEmpty();
            assertThat(baseline.accepted())
                    .isNotEmpty()
                    .extracting(Acceptance::detail)
                    .doesNotContain("for");
            assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
            assertThat(commands.check().ok()).isTrue();
            assertThat(commands.check(true).ok()).as("strictly").isFalse();
            assertThat(commands.revision("nothing", true, null).written()).isFalse();

            Commands elsewhere = commands(fresh, model);
            elsewhere.upgrade("head");
            assertThat(elsewhere.compare().describe()).isEmpty();
        }
    }

    @Test
    void tellsAgainWhatTheMappingSaysOtherwiseFromThenOn() throws IOException {
        String before = text("flyway.java");
        String after = before.replace(
                        "    String fullName;", "    String fullName;\n    @Column(length = 30) String phone;")
                .replace("    LocalDateTime paidAt;", "    @Column(nullable = false) LocalDateTime paidAt;")
                .replace("    String actor;", "    @Column(length = 100) String actor;")
                .replace("        CASH\n", "        CASH,\n        COINS\n");
        try (TestDatabase database = grown("flyway");
                EntityModel.Open first = EntityModel.of(before).open(database);
                EntityModel.Open second = EntityModel.of(after).open(database)) {
            commands(database, first).baseline("as it was found", false);

            WrittenRevision written = commands(database, second).revision("the change", true, "change");

            assertThat(written.differences())
                    .extracting(difference -> difference.operation().describe())
                    .containsExactlyInAnyOrder(
                            "alter column audit_entry.actor: type varchar(255) -> varchar(100)",
                            "add column customer.phone varchar(30)",
                            "alter column payment.paid_at: type timestamp -> timestamp(6), nullable true -> false",
                            "add constraint payment.payment_method_check: check (method in ('CARD','INVOICE','CASH','COINS'))");
            commands(database, second).upgrade("head");
            assertThat(commands(database, second).check().ok()).isTrue();
            commands(database, second).downgrade("-1");
            Files.delete(Objects.requireNonNull(written.file()));
            assertThat(commands(database, first).check().ok()).isTrue();
        }
    }

    @Test
    void tellsWhatChangesValues() {
        try (TestDatabase database = TestDatabase.create();
                EntityModel.Open model = EntityModel.of("""
                        @Entity class Item {
                            @Id @GeneratedValue Long id;
                            @Column(length = 100) String name;
                            Long amount;
                            BigDecimal price;
                            Instant made;
                            @JdbcTypeCode(SqlTypes.JSON) java.util.Map<String, String> extra;
                            @Column(nullable = false) String code;
                            @Column(unique = true) String isbn;
                            @Check(constraints = "stars > 0") int stars;
                        }""").open(database)) {
            database.execute("create sequence item_seq increment 1", """
                    create table item (id bigint primary key, name varchar(50), amount integer, price numeric(10, 0), made timestamp,
                        extra json, code varchar(255), isbn varchar(255), stars integer not null)""");

            WrittenBaseline baseline = commands(database, model).baseline("as it was found", false);

            assertThat(baseline.accepted()).isEmpty();
            assertThat(baseline.comparison().describe())
                    .anyMatch(line -> line.contains("item_seq") && line.contains("increment"))
                    .anyMatch(line -> line.contains("item.name"))
                    .anyMatch(line -> line.contains("item.amount"))
                    .anyMatch(line -> line.contains("item.price"))
                    .anyMatch(line -> line.contains("item.made"))
                    .anyMatch(line -> line.contains("item.extra"))
                    .anyMatch(line -> line.contains("item.code"))
                    .anyMatch(line -> line.contains("unique (isbn)"))
                    .anyMatch(line -> line.contains("stars > 0"))
                    .anyMatch(line -> line.startsWith("continue numbers of item.id"))
                    .hasSize(10);
        }
    }

    @Test
    void leavesToAnAuxiliaryObjectWhatItAdds() {
        try (TestDatabase database = TestDatabase.create();
                EntityModel.Open model = EntityModel.of("""
                        @Entity class Item { @Id Long id; String name; }
                        class Objects implements org.hibernate.boot.spi.MetadataBuilderContributor {
                          @Override public void contribute(org.hibernate.boot.MetadataBuilder builder) {
                            builder.applyAuxiliaryDatabaseObject(
                                new org.hibernate.boot.model.relational.SimpleAuxiliaryDatabaseObject(Set.of(), null, null,
                                    new String[] {"alter table item add constraint named check (name <> '')"},
                                    new String[] {"alter table item drop constraint named"}));
                          }
                        }""").open(database)) {
            database.execute(
                    "create table item (id bigint primary key, name text)",
                    "alter table item add constraint named check (name <> '')");
            Commands commands = commands(database, model);

            WrittenBaseline baseline = commands.baseline("as it was found", false);

            assertThat(baseline.accepted())
                    .extracting(Object::toString)
                    .containsExactly("type item.name: text for varchar(255)");
            assertThat(commands.check().ok()).isTrue();
        }
    }

    @Test
    void acceptsNothingStrictly() throws IOException {
        try (TestDatabase database = grown("hibernate5");
                EntityModel.Open model = EntityModel.of(text("hibernate5.java")).open(database)) {
            WrittenBaseline baseline = commands(database, model).baseline("as it was found", true);

            assertThat(baseline.accepted()).isEmpty();
            assertThat(baseline.comparison().describe()).hasSizeGreaterThan(5);
        }
    }

    @Test
    void keepsWhatIsAcceptedInASquashedRevision() throws IOException {
        try (TestDatabase database = grown("liquibase");
                EntityModel.Open model = EntityModel.of(text("liquibase.java")).open(database)) {
            Commands commands = commands(database, model);
            WrittenBaseline baseline = commands.baseline("as it was found", false);
            commands.revision("more", false, "more");
            commands.upgrade("head");

            WrittenSquash squash = commands.squash(baseline.revision().id() + ":more", "one", "one", null);

            assertThat(squash.script().accepts()).isEqualTo(baseline.accepted());
            assertThat(commands.show("one"))
                    .singleElement()
                    .satisfies(shown -> assertThat(shown.accepts()).isEqualTo(baseline.accepted()));
            for (String replaced : squash.replaced()) {
                Files.delete(Path.of(replaced));
            }
            commands.upgrade("head");
            assertThat(commands.check().ok()).isTrue();
        }
    }

    private static TestDatabase grown(String tool) throws IOException {
        TestDatabase database = TestDatabase.create();
        database.execute(text(tool + ".sql"));
        return database;
    }

    private Commands commands(TestDatabase database, EntityModel.Open model) {
        Settings settings = Settings.writingTo(folder);
        PostgresDialect dialect = new PostgresDialect();
        MigrationRunner runner = new MigrationRunner(
                dialect,
                database::open,
                new ScriptFolder(folder, settings.fileTemplate(), settings.timezone()),
                () -> MetamodelReader.model(model.metadata(), model.factory().unwrap(SessionFactoryImplementor.class)),
                RunnerSettings.defaults());
        return new Commands(runner, dialect, settings);
    }

    private static String text(String name) throws IOException {
        try (var in = Objects.requireNonNull(AdoptedSchemaIT.class.getResourceAsStream("/adoption/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
