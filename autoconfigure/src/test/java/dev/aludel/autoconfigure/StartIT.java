package dev.aludel.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.autoconfigure.shop.Shop;
import dev.aludel.revision.UnknownRevisionException;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.session.DatabaseUnavailableException;
import dev.aludel.runner.version.DatabaseBehindException;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class StartIT {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private Shop shop = new Shop(database, Path.of(""));

    @BeforeEach
    void prepare() {
        shop = new Shop(database, folder.resolve("revisions"));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void upgradesAndFindsTheDatabaseEqualToTheEntities(CapturedOutput output) {
        shop.withTheFirstRevision().start().close();

        assertThat(shop.hasTable("customer")).isTrue();
        assertThat(output)
                .containsOnlyOnce("1111, make 1111")
                .contains("Database is at head 1111 and equal to the metamodel")
                .doesNotContain("WARN");
    }

    @Test
    void appliesNothingAtTheNextStart(CapturedOutput output) {
        shop.withTheFirstRevision().start().close();
        shop.start().close();

        assertThat(output).containsOnlyOnce("1111, make 1111");
        assertThat(database.query("select revision from aludel_revision")).containsExactly("1111");
    }

    @Test
    void failsWhenARevisionFailsAndNamesTheStatement(CapturedOutput output) {
        shop.withTheFirstRevision()
                .withRevision(
                        "2222", "1111", "create table a (x int);\nalter table nobody add y int;", "drop table a;");

        assertThatThrownBy(shop::start).isInstanceOf(RevisionFailedException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("2222.sql")
                .contains("alter table nobody add y int")
                .contains("relation \"nobody\" does not exist")
                .contains("Action:")
                .doesNotContain("before-jpa");
        assertThat(database.query("select revision from aludel_revision")).containsExactly("1111");
        assertThat(shop.hasTable("a")).isFalse();
    }

    @Test
    void tellsOfDriftALineForEachDifference(CapturedOutput output) {
        shop.withTheFirstRevision().start().close();
        database.execute("alter table customer drop column name", "alter table customer add column shoe_size int");

        shop.start().close();

        assertThat(output)
                .contains("The database differs from the metamodel (2 to do)")
                .contains("revision --autogenerate")
                .containsPattern("WARN.*add column customer.name varchar\\(255\\), from Customer.name\\R")
                .containsPattern("WARN.*drop column customer.shoe_size, not mapped\\R");
    }

    @Test
    void failsForDriftWhereThatIsAskedFor(CapturedOutput output) {
        shop.withTheFirstRevision().start().close();
        database.execute("alter table customer drop column name");

        assertThatThrownBy(() -> shop.start("aludel.compare.on-ready=fail"))
                .isInstanceOfSatisfying(
                        DriftException.class,
                        drift -> assertThat(drift.differences())
                                .singleElement()
                                .asString()
                                .contains("customer.name"));
        assertThat(output).contains("APPLICATION FAILED TO START").contains("compare.on-ready=log");
    }

    @Test
    void comparesNothingWhereThatIsAskedFor(CapturedOutput output) {
        shop.withRevision("1111", "", "create table other (x int);", "drop table other;")
                .start("aludel.compare.on-ready=off")
                .close();

        assertThat(output)
                .contains("Database is at head 1111")
                .doesNotContain("metamodel")
                .doesNotContain("WARN");
    }

    @Test
    void stopsAtTheTarget(CapturedOutput output) {
        shop.withTheFirstRevision().withRevision("2222", "1111", "create table a (x int);", "drop table a;");

        shop.start("aludel.target=1111").close();

        assertThat(database.query("select revision from aludel_revision")).containsExactly("1111");
        assertThat(output).contains("not compared").doesNotContain("WARN");
    }

    @Test
    void startsWithAWarningOnADatabaseThatIsAhead(CapturedOutput output) {
        shop.withTheFirstRevision().start().close();
        database.execute("update aludel_revision set revision = '9999'");

        shop.start().close();

        assertThat(output).containsPattern("WARN.*'9999'");
    }

    @Test
    void startsBesideANewerBuildThatIsAtWork(CapturedOutput output) {
        shop.withTheFirstRevision().start().close();
        database.execute(
                "insert into aludel_revision (revision, down_revisions, depends_on, message, checksum, applied_at,"
                        + " applied_by, duration_ms, state, transactional, creates, proven, done, ordinal) select '9999', revision, '',"
                        + " '', '', now(), '', 0, 'upgrading', false, '', '', '', 2 from aludel_revision");

        shop.start().close();

        assertThat(output).containsPattern("WARN.*'9999', not all of them finished");
    }

    @Test
    void saysWhatOfItsOwnIsNotAppliedBesideAnotherBranch(CapturedOutput output) {
        shop.withTheFirstRevision().start().close();
        database.execute(
                "insert into aludel_revision (revision, down_revisions, depends_on, message, checksum, applied_at,"
                        + " applied_by, duration_ms, state, transactional, creates, proven, done, ordinal) select '9999', revision, '',"
                        + " 'theirs', '', now(), 'anna', 0, 'applied', true, '', '', '', 2 from aludel_revision");
        shop.withRevision("2222", "1111", "alter table customer add column mail text;", "select 1;");

        shop.start("aludel.autogenerate=apply").close();

        assertThat(output)
                .containsPattern("WARN.*'9999' \\(theirs; applied by anna\\)")
                .containsPattern("WARN.*Of this build 1 revision is pending.*'2222'.*aludel downgrade head")
                .doesNotContain("differs from the metamodel");
        assertThatThrownBy(() -> shop.start("aludel.mode=validate")).isInstanceOf(DatabaseBehindException.class);
    }

    @Test
    void failsOnADatabaseThatIsAheadWhereThatIsAskedFor(CapturedOutput output) {
        shop.withTheFirstRevision().start().close();
        database.execute("update aludel_revision set revision = '9999'");

        assertThatThrownBy(() -> shop.start("aludel.on-unknown-revision=fail"))
                .isInstanceOf(UnknownRevisionException.class);
        assertThat(output).contains("'9999'").contains("aludel.on-unknown-revision=warn");
    }

    @Test
    void tellsThatThereIsNoDatabase(CapturedOutput output) {
        assertThatThrownBy(() -> shop.start(
                        "spring.datasource.url=jdbc:postgresql://localhost:1/nowhere",
                        "spring.datasource.hikari.connection-timeout=250",
                        "spring.jpa.hibernate.ddl-auto=none",
                        "spring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect",
                        "spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false"))
                .isInstanceOf(DatabaseUnavailableException.class);
        assertThat(output).contains("APPLICATION FAILED TO START").contains("spring.datasource.url");
    }

    @Test
    void doesNothingForTheEventOfAnotherContext() {
        try (ConfigurableApplicationContext parent = shop.start("aludel.mode=off")) {
            ReadyListener listener = parent.getBean(ReadyListener.class);
            try (var child = new GenericApplicationContext(parent)) {
                child.refresh();
                listener.onApplicationEvent(
                        new ApplicationReadyEvent(new SpringApplication(), new String[0], child, Duration.ZERO));
            }
        }
        assertThat(shop.hasTable("aludel_revision")).isFalse();
    }

    @Test
    void warnsOfHibernateChangingTheSchemaBesideIt(CapturedOutput output) {
        shop.withTheFirstRevision().start().close();
        shop.start("spring.jpa.hibernate.ddl-auto=update").close();

        assertThat(output).containsPattern("WARN.*ddl-auto is 'update'");
    }
}
