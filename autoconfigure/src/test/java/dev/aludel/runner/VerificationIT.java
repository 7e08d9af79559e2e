package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static dev.aludel.runner.Runners.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aludel.compare.CompareSettings;
import dev.aludel.dialect.Diagnosis;
import dev.aludel.dialect.Diagnosis.Verdict;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.TransactionMode;
import dev.aludel.runner.version.UnknownFormatException;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code verify} and {@code doctor}: what is wrong is named, what is right is not. */
class VerificationIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final ScriptFile A = script(
            "a",
            "base",
            "-- creates: table a, index a_name, sequence a_seq, type mood",
            "create table a (id int, name text);\ncreate index a_name on a (name);\ncreate sequence a_seq;\n"
                    + "create type mood as enum ('sad')",
            "drop type mood;\ndrop sequence a_seq;\ndrop table a");
    private static final ScriptFile B =
            script("b", "a", "-- creates: table b", "create table b (id int)", "drop table b");

    @BeforeEach
    void empty() {
        DATABASE.clear();
    }

    @Test
    void findsNothingWhereAllIsAsItWasApplied() {
        MigrationRunner runner = runner(DATABASE, A, B);
        assertThat(runner.verify()).isEqualTo(new Verified(0, List.of()));
        runner.upgrade("head");

        assertThat(runner.verify()).isEqualTo(new Verified(2, List.of()));
    }

    @Test
    void namesAScriptThatWasChangedOrIsGone() {
        runner(DATABASE, A, B).upgrade("head");
        ScriptFile changed = script("a", "base", "", "create table a (id bigint)", "drop table a");

        assertThat(runner(DATABASE, changed).verify().findings())
                .satisfiesExactly(
                        first -> {
                            assertThat(first.code()).isEqualTo("changed-script");
                            assertThat(first.revision()).isEqualTo("a");
                            assertThat(first.message()).contains("'db/revisions/a.sql' is not what ran");
                        },
                        second -> {
                            assertThat(second.code()).isEqualTo("unknown-revision");
                            assertThat(second.revision()).isEqualTo("b");
                        });
    }

    @Test
    void namesWhatIsMissingBeforeAnAppliedRevision() {
        MigrationRunner runner = runner(DATABASE, A, B);
        runner.upgrade("head");
        DATABASE.execute("delete from aludel_revision where revision = 'a'");

        assertThat(runner.verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("missing-ancestor");
            assertThat(finding.message()).contains("'b' is applied, and 'a' before it is not");
        });
    }

    @Test
    void namesARevisionThatWasBegunAndNotFinished() {
        MigrationRunner runner = runner(DATABASE, A, B);
        runner.upgrade("head");
        DATABASE.execute("update aludel_revision set state = 'upgrading' where revision = 'b'");

        assertThat(runner.verify().findings()).extracting(Finding::code).containsExactly("interrupted");
        assertThat(runner.examine())
                .filteredOn(Diagnosis::isProblem)
                .extracting(Diagnosis::message)
                .containsExactly("Revision 'b' was begun and not finished.");
    }

    @Test
    void namesObjectsThatAreGone() {
        MigrationRunner runner = runner(DATABASE, A, B);
        runner.upgrade("head");
        DATABASE.execute("drop table a", "drop sequence a_seq", "drop type mood");

        assertThat(runner.verify().findings())
                .extracting(finding -> finding.code() + " " + finding.message().substring(4, 18))
                .containsExactlyInAnyOrder(
                        "missing-object type mood, whi",
                        "missing-object sequence a_seq",
                        "missing-object table a, which",
                        "missing-object index a_name, ");
    }

    @Test
    void knowsThatALaterRevisionDroppedOrRenamedThem() {
        MigrationRunner runner = runner(
                DATABASE,
                A,
                B,
                revision("c", "b", "alter table b rename to bb;\ndrop table a", "select 1"),
                revision("d", "c", "Drop Sequence \"a_seq\";\ndrop type if exists mood", "select 1"));
        runner.upgrade("head");

        assertThat(runner.verify().findings()).isEmpty();
    }

    @Test
    void refusesATableThatIsNoVersionTable() {
        runner(DATABASE, A).upgrade("head");
        DATABASE.execute("comment on table aludel_revision is 'aludel 99'");

        assertThatExceptionOfType(UnknownFormatException.class)
                .isThrownBy(() -> runner(DATABASE, A).verify())
                .withMessageContaining("'aludel 99'");
        assertThat(problems(runner(DATABASE, A))).singleElement().asString().contains("'aludel 99'");
    }

    @Test
    void examinesADatabaseThatIsWell() {
        MigrationRunner runner = runner(DATABASE, A);
        assertThat(runner.examine())
                .extracting(Diagnosis::subject, Diagnosis::verdict)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("server", Verdict.OK),
                        org.assertj.core.groups.Tuple.tuple("privileges", Verdict.OK),
                        org.assertj.core.groups.Tuple.tuple("pooler", Verdict.OK),
                        org.assertj.core.groups.Tuple.tuple("version table", Verdict.NOTE),
                        org.assertj.core.groups.Tuple.tuple("lock", Verdict.OK));
        runner.upgrade("head");
        assertThat(runner.examine()).allMatch(diagnosis -> diagnosis.verdict() == Verdict.OK);
        assertThat(DATABASE.query("select count(*) from pg_locks where locktype = 'advisory'"))
                .containsExactly("0");
    }

    @Test
    void namesThePrivilegesThatLack() {
        runner(DATABASE, A).upgrade("head");
        DATABASE.execute(
                "do $$ begin create role guest login; exception when others then null; end $$",
                "revoke create on schema public from public",
                "revoke temporary on database " + DATABASE.name() + " from public",
                "grant usage on schema public to guest");
        MigrationRunner guest = runner(
                () -> DriverManager.getConnection(DATABASE.url().replace("user=postgres", "user=guest")),
                RunnerSettings.defaults(),
                A);

        assertThat(guest.examine())
                .filteredOn(diagnosis -> diagnosis.verdict() != Verdict.OK)
                .extracting(Diagnosis::subject)
                .containsExactlyInAnyOrder("privileges", "ownership", "proof", "version table", "version table");
        assertThat(guest.examine())
                .filteredOn(diagnosis -> diagnosis.subject().equals("privileges"))
                .singleElement()
                .satisfies(diagnosis -> assertThat(diagnosis.remedy())
                        .contains("grant usage, create on schema public to guest")
                        .contains("aludel.datasource.username"));
    }

    @Test
    void saysWhyThereIsNoDatabaseAndWhichSchemaIsMissing() {
        assertThat(problems(runner(
                        () -> DriverManager.getConnection("jdbc:postgresql://127.0.0.1:1/none", "a", "b"),
                        RunnerSettings.defaults(),
                        A)))
                .singleElement()
                .asString()
                .startsWith("No connection to the database");
        RunnerSettings settings = new RunnerSettings(
                "lost",
                null,
                RunnerSettings.VERSION_TABLE,
                null,
                0,
                null,
                Duration.ofSeconds(1),
                TransactionMode.PER_REVISION,
                CompareSettings.defaults());
        assertThat(problems(runner(DATABASE::open, settings, A))).containsExactly("The schema 'lost' does not exist.");
    }

    private static List<String> problems(MigrationRunner runner) {
        return runner.examine().stream()
                .filter(Diagnosis::isProblem)
                .map(Diagnosis::message)
                .toList();
    }
}
