package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A user's first hour: every command in a process of its own; each test goes on from the last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    static Path folder;

    private static Shop shop = new Shop(Path.of(""), Object.class, List.of(), Map.of());

    @BeforeAll
    static void open() {
        shop = Shop.in(folder).withDatabase(DATABASE.url());
    }

    @Test
    @Order(1)
    void initMakesTheFolderAndTheWrapperOnce() throws IOException {
        Shop.Result first = shop.aludel("init");
        Shop.Result second = shop.aludel("init");

        assertThat(first.exitCode()).isZero();
        assertThat(first.answerLines())
                .containsExactly(
                        "Created: src/main/resources/db/revisions",
                        "Created: aludel",
                        "Created: aludel.cmd",
                        "Next: ./aludel revision --autogenerate -m \"create the schema\"");
        assertThat(first.err()).isEmpty();
        assertThat(folder.resolve("src/main/resources/db/revisions")).isDirectory();
        assertThat(folder.resolve("aludel"))
                .isExecutable()
                .content()
                .contains(shop.main().getName());
        assertThat(second.answerLines()).contains("Exists, left as it is: aludel");
        DocumentedShapes.read()
                .assertPrinted("init", shop.aludel("init", "--json").answer());
    }

    @Test
    @Order(2)
    void autogenerateWritesARevisionAndAnswersItsPath() throws IOException {
        Shop.Result result = shop.aludel("revision", "--autogenerate", "-m", "create customers", "--rev-id", "aa11");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.answerLines()).singleElement().asString().endsWith("_aa11_create_customers.sql");
        assertThat(result.errorLines())
                .anyMatch(line -> line.startsWith("Detected create table") && line.contains("customer"))
                .endsWith("Generating revision aa11 ...  done");
        assertThat(Files.readString(folder.resolve(result.answerLines().get(0))))
                .contains("create table customer");
    }

    @Test
    @Order(3)
    void upgradeBringsTheDatabaseToTheHead() {
        Shop.Result result = shop.aludel("upgrade");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.errorLines()).containsExactly("Running upgrade <base> -> aa11, create customers");
        assertThat(result.answerLines()).containsExactly("Applied 1 revision: the database is at aa11 (head).");
        assertThat(DATABASE.query("select count(*) from customer")).containsExactly("0");
    }

    @Test
    @Order(4)
    void whatIsAskedIsAnsweredOnStandardOutputAlone() {
        shop.aludel("revision", "-m", "fill customers", "--rev-id", "bb22");

        answers(0, List.of("aa11"), "current");
        answers(
                0,
                List.of("aa11 -> bb22 (head), fill customers", "<base> -> aa11 (current), create customers"),
                "history",
                "-i");
        answers(0, List.of("<base> -> aa11, create customers"), "history", "-r", "-1:current");
        answers(3, List.of("1 revision pending:", "  aa11 -> bb22, fill customers"), "check");
        answers(
                0,
                List.of(
                        "Status:   PENDING",
                        "Current:  aa11",
                        "Heads:    bb22",
                        "Applied:  1 revision",
                        "Pending:  1 revision",
                        "          aa11 -> bb22, fill customers"),
                "status");
        answers(0, List.of("Applied 1 revision: the database is at bb22 (head)."), "upgrade", "+1");
        answers(0, List.of("Nothing to apply: the database is at bb22 (head)."), "upgrade", "head");
        answers(0, List.of("No new upgrade operations detected."), "check");
        assertThat(shop.aludel("show", "aa").answerLines())
                .startsWith("Revision:  aa11", "Parent:    <base>")
                .contains("    create customers", "-- upgrade", "-- downgrade", "drop table customer;");
    }

    @Test
    @Order(5)
    void printsSqlThatLeadsAnEmptyDatabaseToTheSame() {
        Shop.Result result =
                shop.withDatabase("jdbc:postgresql://localhost:1/none").aludel("upgrade", "base:head", "--sql");

        assertThat(result.exitCode()).as(result.err()).isZero();
        try (TestDatabase other = TestDatabase.create()) {
            other.execute(result.answer());
            assertThat(other.query("select count(*) from customer")).containsExactly("0");
            assertThat(shop.withDatabase(other.url()).aludel("check").exitCode())
                    .isZero();
        }
    }

    @Test
    @Order(6)
    void checkAnswersNoAfterADowngrade() {
        answers(0, List.of("Took back 2 revisions: the database is at base."), "downgrade", "-2");
        answers(
                3,
                List.of("2 revisions pending:", "  <base> -> aa11, create customers", "  aa11 -> bb22, fill customers"),
                "check");
        assertThat(DATABASE.query("select to_regclass('customer')")).containsOnlyNulls();
    }

    @Test
    @Order(7)
    void compareAndCreateAllNeedNoRevisions() {
        Shop.Result sql = shop.aludel("compare", "--sql");
        assertThat(sql.exitCode()).as(sql.err()).isZero();
        assertThat(sql.answer()).contains("create table customer").endsWith(";\n");
        assertThat(shop.aludel("create-all").answer()).contains("create table customer");

        assertThat(DATABASE.query("select count(*) from customer")).containsExactly("0");
        assertThat(shop.aludel("compare").answer()).isEmpty();
        answers(0, List.of("Stamped: the database is at bb22 (head)."), "stamp", "head");
    }

    @Test
    @Order(8)
    void checkShowsDriftAndChangesNothing() {
        DATABASE.execute("alter table customer drop column email");

        Shop.Result result = shop.with("--spring.jpa.hibernate.ddl-auto=update", "--spring.sql.init.mode=always")
                .aludel("check");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.answerLines()).first().isEqualTo("New upgrade operations detected:");
        assertThat(result.answer()).contains("  add column customer.email varchar(255), from Customer.email");
        assertThat(DATABASE.query("select attname from pg_attribute where attrelid = 'customer'::regclass"
                        + " and attnum > 0 and not attisdropped"))
                .containsExactly("id");
    }

    @Test
    @Order(9)
    void autogenerateStopsWhereSomethingMayHaveBeenRenamed() throws IOException {
        DATABASE.execute(
                "alter table customer add column mail varchar(255)", "insert into customer values (1, 'a@b.c')");

        Shop.Result stopped = shop.aludel("revision", "--autogenerate", "-m", "mail", "--rev-id", "cc33");
        Shop.Result compared = shop.aludel("compare");

        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.answer()).isEmpty();
        assertThat(stopped.errorLines())
                .last()
                .asString()
                .startsWith("aludel: No revision was written, since only you know what was renamed:"
                        + " Column 'customer.mail' may have become 'email': say --rename customer.mail=email"
                        + " or @RenamedFrom(\"mail\"), or --drop customer.mail.");
        assertThat(compared.errorLines())
                .anyMatch(line -> line.startsWith("Maybe renamed: column customer.mail -> email"));
        try (Stream<Path> files = Files.list(folder.resolve("src/main/resources/db/revisions"))) {
            assertThat(files).noneMatch(file -> file.toString().contains("cc33"));
        }
        assertThat(shop.aludel("revision", "--rename", "customer.mail=email").exitCode())
                .isEqualTo(2);
        assertThat(shop.aludel("revision", "--autogenerate", "--rename", "mail").exitCode())
                .isEqualTo(2);
    }

    @Test
    @Order(10)
    void whatIsSaidToBeRenamedKeepsItsValues() throws IOException {
        Shop.Result wrong = shop.aludel("revision", "--autogenerate", "--rename", "customer.mails=email");
        Shop.Result dropped = shop.aludel("revision", "--autogenerate", "--drop", "customer.mail", "--rev-id", "dd44");
        String script = Files.readString(folder.resolve(dropped.answerLines().get(0)));
        Files.delete(folder.resolve(dropped.answerLines().get(0)));
        Shop.Result renamed =
                shop.aludel("revision", "--autogenerate", "--rename", "customer.mail=email", "--rev-id", "cc33");

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("The database has no table, column, sequence or value 'customer.mails'");
        assertThat(script).contains("drop column mail").contains("hazard drop-column");
        assertThat(renamed.exitCode()).as(renamed.err()).isZero();
        assertThat(Files.readString(folder.resolve(renamed.answerLines().get(0))))
                .contains("alter table customer rename column mail to email;");
        assertThat(shop.aludel("upgrade").exitCode()).isZero();
        assertThat(DATABASE.query("select email from customer")).containsExactly("a@b.c");
    }

    @Test
    @Order(11)
    void theLatestRevisionIsWrittenAnewWithConsent() throws IOException {
        Path file = script("cc33");

        Shop.Result unasked = shop.aludel("revision", "--amend", "--rename", "customer.mail=email");
        Shop.Result agreed = shop.aludel("revision", "--amend", "--yes", "--rename", "customer.mail=email");

        assertThat(unasked.exitCode()).isEqualTo(1);
        assertThat(unasked.errorLines())
                .last()
                .asString()
                .startsWith("aludel: Revision 'cc33' (applied by ")
                .endsWith("aludel revision --amend --yes");
        assertThat(agreed.exitCode()).as(agreed.err()).isZero();
        assertThat(agreed.answerLines()).containsExactly(folder.relativize(file).toString());
        assertThat(agreed.errorLines()).contains("Running downgrade cc33 -> bb22");
        answers(0, List.of("Applied 1 revision: the database is at cc33 (head)."), "upgrade");
        assertThat(DATABASE.query("select email from customer")).containsExactly("a@b.c");
    }

    @Test
    @Order(12)
    void whatAColleagueAppliedIsNamedAndNotDropped() throws IOException {
        Path file = script("cc33");
        Path aside = Files.move(file, folder.resolve("cc33.sql"));

        Shop.Result status = shop.aludel("status");
        Shop.Result check = shop.aludel("check");
        Shop.Result revision = shop.aludel("revision", "--autogenerate");
        Shop.Result compare = shop.aludel("compare");
        DocumentedShapes.read()
                .assertPrinted("status", shop.aludel("status", "--json").answer());
        DocumentedShapes.read()
                .assertPrinted("check", shop.aludel("check", "--json").answer());
        Files.move(aside, file);

        assertThat(status.answerLines())
                .startsWith("Status:   AHEAD")
                .contains("Unknown:  1 revision that this build does not have")
                .last()
                .asString()
                .startsWith("          bb22 -> cc33 (applied by ");
        assertThat(status.err()).contains("aludel downgrade head");
        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(check.answerLines()).startsWith("1 revision of the database unknown to this build:");
        assertThat(revision.exitCode()).isEqualTo(1);
        assertThat(revision.err()).contains("The database is ahead of this build, which does not have 'cc33'");
        assertThat(compare.err()).contains("The database is ahead").contains("bb22 -> cc33");
        assertThat(DATABASE.query("select email from customer")).containsExactly("a@b.c");
    }

    @Test
    @Order(13)
    void aScriptThatWasChangedAfterItWasAppliedIsNamed() throws IOException {
        Path file = script("bb22");
        Files.writeString(file, Files.readString(file).replace("-- upgrade\n", "-- upgrade\nselect 1;\n"));

        Shop.Result status = shop.aludel("status");

        assertThat(status.exitCode()).isZero();
        assertThat(status.answerLines())
                .contains("Changed:  1 script since it was applied")
                .last()
                .asString()
                .startsWith("          bb22, src/main/resources/db/revisions/");
        assertThat(status.err()).contains("'aludel resolve --checksum bb22'");
    }

    private static Path script(String id) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("src/main/resources/db/revisions"))) {
            return files.filter(file -> file.toString().contains("_" + id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void answers(int exitCode, List<String> lines, String... words) {
        Shop.Result result = shop.aludel(words);
        assertThat(result.answerLines()).as(result.err()).isEqualTo(lines);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(Stream.of("RUNNER", "LIFECYCLE", "SCHEDULED", "REFRESHED", "NEEDY", "STARTED", "Tomcat"))
                .noneMatch(result.err()::contains);
    }
}
