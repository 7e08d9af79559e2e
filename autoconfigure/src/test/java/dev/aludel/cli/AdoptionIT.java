package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A database that Flyway or Liquibase brought up gets its first revision, and nothing in it is touched. */
class AdoptionIT {

    private static final String[] GROWN = {
        "create table flyway_schema_history (installed_rank int primary key, version text, success boolean)",
        "insert into flyway_schema_history values (1, '1', true), (2, '2', true)",
        "create table databasechangelog (id text, author text, filename text)",
        "create table databasechangeloglock (id int primary key, locked boolean)",
        "insert into databasechangelog values ('1', 'ada', 'changelog.xml')",
        "create table legacy (id int primary key, note text)",
        "insert into legacy values (1, 'kept')",
        "alter table customer add column by_hand text",
        "create view ids as select id from customer",
        "create function twice(int) returns int language sql as 'select 2 * $1'",
    };

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @RegisterExtension
    static final TestDatabase ANOTHER = TestDatabase.create();

    @TempDir
    static Path folder;

    @Test
    void beginsWithWhatIsThere() {
        Shop shop = Shop.in(folder).withDatabase(DATABASE.url());
        assertThat(shop.aludel("create-all").exitCode()).isZero();
        DATABASE.execute(GROWN);
        CatalogSnapshot grown = CatalogSnapshot.of(DATABASE);

        Shop.Result init = shop.aludel("init", "--from-database");

        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(init.answerLines())
                .anyMatch(line ->
                        line.matches("Created: src/main/resources/db/revisions/.*_the_schema_as_it_was_found\\.sql"))
                .anyMatch(line -> line.matches("Stamped: the database is at [0-9a-f]{12} \\(head\\)\\."))
                .contains(
                        "No entity has it, it stays unmanaged: table legacy",
                        "The entities differ from the database:",
                        "  drop column customer.by_hand, not mapped",
                        "Next: ./aludel revision --autogenerate -m \"follow the entities\"")
                .noneMatch(line -> line.contains("flyway") || line.contains("databasechangelog"));
        assertThat(CatalogSnapshot.of(DATABASE)).isEqualTo(grown);
        assertThat(DATABASE.query("select version from flyway_schema_history order by 1"))
                .containsExactly("1", "2");
        assertThat(DATABASE.query("select note from legacy")).containsExactly("kept");

        assertThat(shop.aludel("check").answerLines())
                .containsExactly("New upgrade operations detected:", "  drop column customer.by_hand, not mapped");
        Shop.Result again = shop.aludel("init", "--from-database");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("the project has revisions already");

        Shop elsewhere = shop.withDatabase(ANOTHER.url());
        assertThat(elsewhere.aludel("upgrade").exitCode()).isZero();
        DATABASE.execute("drop table flyway_schema_history, databasechangelog, databasechangeloglock");
        assertThat(CatalogSnapshot.of(ANOTHER).differenceFrom(CatalogSnapshot.of(DATABASE)))
                .as("missing (-), surplus (+)")
                .isEmpty();
        assertThat(folder.resolve("src/main/resources/db/revisions")).isDirectoryContaining("glob:**.sql");
    }
}
