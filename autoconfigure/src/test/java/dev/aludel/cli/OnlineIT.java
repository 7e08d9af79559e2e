package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.LongRun;
import dev.aludel.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Online plans as a user has them: entities change, each command is a process of its own, the table has rows. */
class OnlineIT {

    private static final String ROWS =
            "insert into customer (id, email) select n, 'user' || n from generate_series(1, 2500) n";
    private static final String BETTER_CUSTOMER = """
            @Entity
            @Table(indexes = @Index(name = "customer_city_idx", columnList = "city"))
            class Customer {
                @Id Long id;
                @Column(unique = true) String email;
                @Column(nullable = false) String city;
                @ColumnDefault("gen_random_uuid()") @Column(nullable = false) UUID token;
            }
            """;

    /** From PostgreSQL 18 on, null is forbidden without a revision of its own. */
    private static final int REVISIONS = TestDatabase.serverVersion() >= 18 ? 2 : 3;

    private static final String HEAD = "bb22_" + REVISIONS;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    private Shop shop = new Shop(Path.of(""), Object.class, List.of(), Map.of());

    @BeforeEach
    void aTableWithRows() throws IOException {
        DATABASE.clear();
        shop = Shop.in(folder).withDatabase(DATABASE.url());
        entity("@Entity class Customer { @Id Long id; String email; String city; }");
        done("revision", "--autogenerate", "-m", "create customers", "--rev-id", "aa11");
        done("upgrade");
        DATABASE.execute(ROWS);
    }

    @Test
    void leadsForthAndBackRevisionByRevision() throws IOException {
        CatalogSnapshot before = CatalogSnapshot.of(DATABASE);
        entity(BETTER_CUSTOMER);

        List<String> written = done(
                        "revision",
                        "--autogenerate",
                        "--online",
                        "-m",
                        "better customers",
                        "--rev-id",
                        "bb22",
                        "--default",
                        "customer.city='nowhere'")
                .answerLines();

        assertThat(written).hasSize(REVISIONS).allMatch(path -> path.contains("_of_" + REVISIONS + "_"));
        assertThat(written.get(0)).endsWith("_bb22_1_better_customers_1_of_" + REVISIONS + "_expand.sql");
        assertThat(Files.readString(folder.resolve(written.get(1))))
                .contains("-- transactional: false", "-- batch: key id", "create index concurrently customer_city_idx");
        assertThat(done("upgrade", "head").answerLines())
                .containsExactly("Applied %d revisions: the database is at %s (head).".formatted(REVISIONS, HEAD));
        assertThat(DATABASE.query("select count(distinct token) from customer where city = 'nowhere'"))
                .containsExactly("2500");
        assertNothingIsFound();

        for (int left = REVISIONS - 1; left >= 0; left--) {
            String revision = left == 0 ? "aa11" : "bb22_" + left;
            assertThat(done("downgrade", "-1").answerLines())
                    .containsExactly("Took back 1 revision: the database is at " + revision + ".");
        }
        assertThat(CatalogSnapshot.of(DATABASE).differenceFrom(before)).isEmpty();
        assertThat(DATABASE.query("select count(*) from customer")).containsExactly("2500");
        done("upgrade");
        assertNothingIsFound();
    }

    @Test
    void failsWhereItLooksAtTheRowsAndGoesOnWhenTheyAreMended() throws IOException {
        DATABASE.execute("update customer set email = 'twice' where id in (7, 8)");
        entity(BETTER_CUSTOMER);
        Shop online = shop.with("--aludel.online=true");
        List<String> written = online.aludel("revision", "--autogenerate", "-m", "better", "--rev-id", "bb22")
                .answerLines();
        assertThat(written).hasSize(REVISIONS);

        Shop.Result nulls = shop.aludel("upgrade");
        assertThat(nulls.exitCode()).isEqualTo(1);
        assertThat(nulls.err()).contains("bb22_2").contains("city");
        assertThat(shop.aludel("status").answer()).contains("INTERRUPTED");
        DATABASE.execute("update customer set city = 'Rome'");

        Shop.Result duplicates = shop.aludel("upgrade");
        assertThat(duplicates.exitCode()).isEqualTo(1);
        assertThat(duplicates.err()).contains("bb22_2").contains("twice");
        DATABASE.execute(
                "update customer set email = 'once' where id = 8", "insert into customer values (0, 'new', 'Pisa')");

        assertThat(done("upgrade").answer()).contains("the database is at " + HEAD + " (head).");
        assertThat(DATABASE.query("select count(token) from customer")).containsExactly("2501");
        assertNothingIsFound();
    }

    @LongRun
    @Test
    void isWrittenInJavaAsWell() throws IOException {
        entity(BETTER_CUSTOMER);

        List<String> written = done(
                        "revision",
                        "--autogenerate",
                        "--java",
                        "--online",
                        "-m",
                        "better",
                        "--rev-id",
                        "bb22",
                        "--default",
                        "customer.city='nowhere'")
                .answerLines();
        assertThat(written).hasSize(REVISIONS).allMatch(path -> path.endsWith(".java"));
        written.forEach(path -> compile(folder.resolve(path)));

        assertThat(done("upgrade", "head").answerLines())
                .containsExactly("Applied %d revisions: the database is at %s (head).".formatted(REVISIONS, HEAD));
        assertThat(DATABASE.query("select count(distinct token) from customer where city = 'nowhere'"))
                .containsExactly("2500");
        assertNothingIsFound();
        done("downgrade", "aa11");
        assertThat(DATABASE.query("select count(*) from customer where city is not null"))
                .containsExactly("2500");
    }

    private void assertNothingIsFound() {
        Shop.Result again = done("revision", "--autogenerate", "--online", "-m", "again");
        assertThat(again.answer()).isEmpty();
        assertThat(again.err()).contains("No new upgrade operations detected");
    }

    private Shop.Result done(String... words) {
        Shop.Result result = shop.aludel(words);
        assertThat(result.exitCode())
                .as(String.join(" ", words) + "\n" + result.err())
                .isZero();
        return result;
    }

    private void entity(String text) throws IOException {
        Path source = folder.resolve("src/main/java/dev/aludel/cli/application/Customer.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, """
                package dev.aludel.cli.application;

                import jakarta.persistence.*;
                import java.util.UUID;
                import org.hibernate.annotations.ColumnDefault;

                """ + text);
        compile(source);
    }

    /** What the user's build does. */
    private void compile(Path source) {
        String classes = folder.resolve("target/classes").toString();
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-parameters",
                        "-cp",
                        classes + File.pathSeparator + System.getProperty("java.class.path"),
                        "-d",
                        classes,
                        source.toString());
        assertThat(failed).as("%s compiles", source).isZero();
    }
}
