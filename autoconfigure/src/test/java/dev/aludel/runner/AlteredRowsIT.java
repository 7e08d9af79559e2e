package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static dev.aludel.runner.Runners.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aludel.dialect.Diagnosis;
import dev.aludel.runner.version.AlteredHistoryException;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of the version table that somebody altered: every command tells of it or refuses, and no revision runs twice. */
class AlteredRowsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final ScriptFile[] FILES = {
        revision("a", "base", "create table runs (id text);\ninsert into runs values ('a')", "drop table runs"),
        revision("b", "a", "insert into runs values ('b')", "delete from runs where id = 'b'"),
        script("c", "b", "-- transactional: false", "insert into runs values ('c')", "delete from runs where id = 'c'"),
        revision("d", "c", "insert into runs values ('d')", "delete from runs where id = 'd'")
    };

    /** What mends a table whatever is in it, so that it need not refuse. */
    private static final Set<String> MENDING = Set.of("stamp --purge", "resolve --applied");

    @BeforeEach
    void upgrade() {
        DATABASE.clear();
        runner(DATABASE, FILES).upgrade("heads");
    }

    static Stream<Arguments> alterations() {
        return Stream.of(
                of(
                        "delete from aludel_revision where revision = 'b'",
                        "'b' before it is not",
                        "aludel stamp d",
                        "aludel upgrade a:b --sql"),
                of(
                        "delete from aludel_revision where revision in ('a', 'b')",
                        "'a' before it is not",
                        "'b' before it is not",
                        "aludel upgrade base:a --sql"),
                of(
                        "alter table aludel_revision drop constraint aludel_revision_pkey;"
                                + " insert into aludel_revision select * from aludel_revision where revision = 'b'",
                        "Revision 'b' has 2 rows",
                        "add primary key"),
                of(
                        "update aludel_revision set state = 'foo' where revision = 'b'",
                        "has the state 'foo'",
                        "set state = 'applied' where revision = 'b'"),
                of(
                        "update aludel_revision set state = 'upgrading', intent = 'foo' where revision = 'c'",
                        "journal of revision 'c'",
                        "aludel resolve c --applied"),
                of(
                        "update aludel_revision set state = 'upgrading', done = 'foo,,' where revision = 'c'",
                        "journal of revision 'c'",
                        "aludel resolve c --rolled-back"),
                of(
                        "update aludel_revision set intent = 'foo' where revision = 'c'",
                        "journal of revision 'c'",
                        "intent = null where revision = 'c'"),
                of(
                        "alter table aludel_revision alter column message drop not null; update aludel_revision set message = null where revision = 'b'",
                        "revision 'b' has null in 'message'",
                        "set message = ''"),
                of(
                        "alter table aludel_revision alter column state drop not null; update aludel_revision set state = null where revision = 'b'",
                        "revision 'b' has null in 'state'"),
                of(
                        "alter table aludel_revision alter column ordinal drop not null; update aludel_revision set ordinal = null where revision = 'b'",
                        "revision 'b' has null in 'ordinal'"),
                of(
                        "alter table aludel_revision drop constraint aludel_revision_pkey, alter column revision drop not null;"
                                + " update aludel_revision set revision = null where revision = 'b'",
                        "A row has no revision",
                        "where revision is null"),
                of(
                        "update aludel_revision set revision = E'b\\n\\\\! touch x' where revision = 'b'",
                        "no revision's id",
                        "where ordinal = 2"),
                of(
                        "update aludel_revision set message = E'x\\n\\\\! touch x' where revision = 'b'",
                        "message in the row of revision 'b'"),
                of(
                        "update aludel_revision set ordinal = 2 where revision = 'c'",
                        "'b' and 'c' have the same ordinal 2"),
                of(
                        "update aludel_revision set duration_ms = -5 where revision = 'b'",
                        "'b' is -5 ms",
                        "set duration_ms = 0"),
                of(
                        "update aludel_revision set applied_at = 'infinity' where revision = 'b'",
                        "'b' was applied at no time"),
                of(
                        "update aludel_revision set down_revisions = 'c' where revision = 'b'",
                        "has the down revisions 'c', and what was applied had 'a'",
                        "set down_revisions = 'a' where revision = 'b'"),
                of(
                        "insert into aludel_revision select 'x', 'y', '', '', '', now(), '', 0, 'applied', true, '', '', null, '', null, 10;"
                                + "insert into aludel_revision select 'y', 'x', '', '', '', now(), '', 0, 'applied', true, '', '', null, '', null, 11",
                        "follows itself"));
    }

    private static Arguments of(String sql, String... facts) {
        return Arguments.of(sql, List.of(facts));
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void areRefusedOrToldOfByEveryCommand(String sql, List<String> facts) {
        DATABASE.execute(sql);
        MigrationRunner runner = runner(DATABASE, FILES);

        for (Map.Entry<String, Consumer<MigrationRunner>> command : Looks.all().entrySet()) {
            String name = command.getKey();
            if (Set.of("verify", "check", "ensure-version").contains(name)
                    || MENDING.contains(name)
                    || (isAboutScripts(facts)
                            && Set.of("resolve", "resolve --checksum", "stamp", "stamp --sql")
                                    .contains(name))) {
                continue;
            }
            assertThatExceptionOfType(AlteredHistoryException.class)
                    .as(name)
                    .isThrownBy(() -> command.getValue().accept(runner))
                    .satisfies(e -> assertThat(e.getMessage()).contains(facts).doesNotContain("\n"));
        }
        assertThat(runner.verify().findings())
                .extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).contains(facts.get(0)));
        assertThat(runner.examine())
                .filteredOn(Diagnosis::isProblem)
                .extracting(Diagnosis::message)
                .anySatisfy(message -> assertThat(message).contains(facts.get(0)));
        assertThat(DATABASE.query("select id from runs")).containsExactly("a", "b", "c", "d");
        assertThat(runner.stamp(List.of("heads"), true)).containsExactly("d");
        assertThat(runner.status().state()).isEqualTo(Status.State.UP_TO_DATE);
    }

    /** What only the scripts tell does not matter to who writes down what is said. */
    private static boolean isAboutScripts(List<String> facts) {
        return facts.get(0).contains("before it is not")
                || facts.get(0).contains("what was applied had")
                || facts.get(0).contains("follows itself");
    }

    @Test
    void thatDoNotMatterAreLeft() {
        DATABASE.execute("update aludel_revision set ordinal = ordinal * 10");
        MigrationRunner runner = runner(DATABASE, FILES);

        assertThat(runner.verify().findings()).isEmpty();
        assertThat(runner.downgrade("-1")).extracting(AppliedRevision::id).containsExactly("d");
        assertThat(runner.upgrade("heads")).extracting(AppliedRevision::id).containsExactly("d");
    }

    @Test
    void ofWhatWasCreatedAreRefusedWhereThatMatters() {
        DATABASE.execute("update aludel_revision set creates = 'foo bar' where revision = 'b'");

        assertBroken(runner(DATABASE, FILES), "'b' says that it created 'foo bar', which is no object", "creates = ''");
        assertThatExceptionOfType(AlteredHistoryException.class)
                .isThrownBy(() -> runner(DATABASE, FILES[0]).downgrade("a"))
                .withMessageContaining("'foo bar'");
    }

    @Test
    void ofProvenExpressionsAreRefusedWhereThatMatters() {
        DATABASE.execute("update aludel_revision set proven = E'foo\\tbar' where revision = 'b'");

        assertBroken(runner(DATABASE, FILES), "'b' has no list of proven expressions", "proven = ''");
    }

    private static void assertBroken(MigrationRunner runner, String fact, String remedy) {
        assertThatExceptionOfType(AlteredHistoryException.class)
                .isThrownBy(runner::compare)
                .withMessageContainingAll(fact, remedy);
        assertThat(runner.examine())
                .filteredOn(Diagnosis::isProblem)
                .extracting(Diagnosis::message)
                .anySatisfy(message -> assertThat(message).contains(fact));
    }

    @Test
    void withABrokenJournalAreMendedByWhoSaysHowTheRevisionEnded() {
        DATABASE.execute(
                "update aludel_revision set state = 'upgrading', intent = 'foo', done = 'bar' where revision = 'c'");

        runner(DATABASE, FILES).resolve("c", Resolution.APPLIED);

        assertThat(runner(DATABASE, FILES).upgrade("heads")).isEmpty();
        assertThat(DATABASE.query("select id from runs")).containsExactly("a", "b", "c", "d");
    }

    @Test
    void ofAnAcceptedScriptSayWhatItFollows() {
        ScriptFile[] moved = {FILES[0], revision("d", "a", "insert into runs values ('d')", "select 1")};
        DATABASE.execute("delete from aludel_revision where revision in ('b', 'c')");
        MigrationRunner runner = runner(DATABASE, moved);

        assertThat(runner.acceptChanges(null)).hasSize(1);

        assertThat(runner.verify().findings()).isEmpty();
        assertThat(runner.status().state()).isEqualTo(Status.State.UP_TO_DATE);
    }
}
