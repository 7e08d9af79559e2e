package dev.aludel.runner;

import static dev.aludel.runner.Runners.runner;
import static dev.aludel.runner.Runners.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.aludel.lint.LintReport;
import dev.aludel.lint.Review;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.script.InvalidScriptException;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.Psql;
import dev.aludel.testing.TestDatabase;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code copy … from stdin} with its rows, as pg_dump writes it. */
class CopyIT {

    private static final String UPGRADE = """
        create table lots (id int primary key, t text);

        COPY public.lots (id, t) FROM stdin;
        1\tit's -- no comment
        2\t\\N
        3\t\\\\! touch x
        \\.

        copy lots from stdin with (format csv);
        4,"a, b"
        \\.

        create index on lots (t)\
        """;

    private static final String ROWS = "select id || coalesce(t, '-') from lots order by id";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @BeforeEach
    void empty() {
        DATABASE.clear();
    }

    private static ScriptFile lots(String header) {
        return script("a", "base", header, UPGRADE, "drop table lots");
    }

    private static void hasRows() {
        assertThat(DATABASE.query(ROWS)).containsExactly("1it's -- no comment", "2-", "3\\! touch x", "4a, b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-- transactional: false"})
    void runsWithItsRows(String header) {
        MigrationRunner runner = runner(DATABASE, lots(header));

        runner.upgrade("head");

        hasRows();
        assertThat(runner.verify().findings()).isEmpty();
        runner.downgrade("base");
        assertThat(runner.current()).isEmpty();
    }

    @Test
    void runsBehindAPool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(DATABASE.url());
        config.setMaximumPoolSize(3);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            runner(pool::getConnection, RunnerSettings.defaults(), lots("")).upgrade("head");
        }
        hasRows();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-- transactional: false"})
    void namesTheRowThatFails(String header) {
        String upgrade = "create table lots (id int primary key);\ncopy lots from stdin;\n1\n2\n1\n4\n\\.\nselect 1";
        ScriptFile file = script("a", "base", header, upgrade, "drop table lots");
        long line = file.text().lines().takeWhile(text -> !text.equals("2")).count() + 2;

        assertThatThrownBy(() -> runner(DATABASE, file).upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("db/revisions/a.sql:" + line)
                .hasMessageContaining("duplicate key");
    }

    @Test
    void namesTheRowThatFailsWithinATransactionOfTheScript() {
        String upgrade = "create table lots (id int);\nbegin;\ncopy lots from stdin;\n1\nx\n\\.\ncommit";
        ScriptFile file = script("a", "base", "-- transactional: false", upgrade, "drop table lots");
        long line = file.text().lines().takeWhile(text -> !text.equals("x")).count() + 1;

        assertThatThrownBy(() -> runner(DATABASE, file).upgrade("head"))
                .hasMessageContaining("db/revisions/a.sql:" + line);
    }

    @Test
    void isTriedByLint() {
        LintReport report = Review.of(runner(DATABASE, lots(""))).lint("pending", null);

        assertThat(report.findings()).noneMatch(finding -> finding.message().contains("copy"));
        assertThat(report.revisions()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-- transactional: false"})
    void isReadByPsqlFromAPrintedScript(String header) {
        Optional<Psql> psql = Psql.find();
        assumeTrue(psql.isPresent(), "this machine has no psql of its own");
        // psql before 18 sends the end of csv to the server, which takes it for a row from 18 on
        String upgrade = UPGRADE.replaceFirst("(?s)copy lots from stdin with.*?\\.\n\n", "");
        String sql = runner(DATABASE, script("a", "base", header, upgrade, "drop table lots"))
                .upgradeSql("base:head");

        assertThat(sql).startsWith("\\set ON_ERROR_STOP on\n");
        assertThat(psql.orElseThrow().run(DATABASE, sql)).isEqualTo(new Psql.Result(0, ""));
        assertThat(DATABASE.query(ROWS)).containsExactly("1it's -- no comment", "2-", "3\\! touch x");
    }

    @Test
    void isTakenBackWithTheRowsOfAnotherBuild() {
        ScriptFile other = script("b", "a", "", "delete from lots", "copy lots from stdin;\n9\tback\n\\.\nselect 1");
        runner(DATABASE, lots(""), other).upgrade("head");

        runner(DATABASE, lots("")).downgrade("head");

        assertThat(DATABASE.query(ROWS)).containsExactly("9back");
    }

    @Test
    void nothingRunsWhereALaterRevisionHasACommandOfPsql() {
        ScriptFile bad = script("b", "a", "", "select 1;\n\\i other.sql", "select 1");
        ScriptFile worse = script("c", "b", "-- transactional: false", "-- batch: pause -1ms\ndelete from lots", "");

        assertThatThrownBy(() -> runner(DATABASE, lots(""), bad, worse).upgrade("head"))
                .isInstanceOf(InvalidScriptException.class)
                .satisfies(refusal -> assertThat(
                                String.valueOf(refusal.getMessage()).lines())
                        .satisfiesExactly(
                                one -> assertThat(one).startsWith("db/revisions/b.sql:7: '\\i' is a command of psql"),
                                one -> assertThat(one)
                                        .startsWith("db/revisions/c.sql:8: ")
                                        .contains("pause")));
        assertThat(DATABASE.query("select relname from pg_class where relname = 'lots'"))
                .isEmpty();
    }
}
