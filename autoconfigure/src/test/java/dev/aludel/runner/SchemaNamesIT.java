package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.compare.CompareSettings;
import dev.aludel.runner.session.ForbiddenSchemaException;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.TransactionMode;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema of any name, by any route that leads to it; and one that the role may not use. */
class SchemaNamesIT {

    private static final String ROLE = "Aludel Role " + ProcessHandle.current().pid();
    private static final ScriptFile TABLE = revision("a", "base", "create table t (id int)", "drop table t");
    private static final String PLACES = "select schemaname || '.' || tablename from pg_tables"
            + " where schemaname !~ '^pg_' and schemaname <> 'information_schema' order by 1";

    private static final TestDatabase DATABASE = TestDatabase.create();

    @BeforeEach
    void clear() {
        DATABASE.clear();
        DATABASE.execute("drop role if exists " + quote(ROLE), "create role " + quote(ROLE) + " login");
    }

    @AfterAll
    static void drop() {
        DATABASE.execute("drop owned by " + quote(ROLE), "drop role " + quote(ROLE));
        DATABASE.close();
    }

    private static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static Connection connect(String options) throws SQLException {
        String url = DATABASE.url().replaceFirst("user=[^&]*", "user=" + encoded(ROLE));
        return DriverManager.getConnection(url + options);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static RunnerSettings settings() {
        return Runners.settings(TransactionMode.PER_REVISION, Duration.ofSeconds(5));
    }

    private static void assertIn(String schema, MigrationRunner runner) {
        assertThat(runner.upgrade("head")).hasSize(1);
        assertThat(DATABASE.query(PLACES)).containsExactly(schema + ".aludel_revision", schema + ".t");
        assertThat(runner.current()).containsExactly("a");
        assertThat(runner.compare().unmanaged()).isNotEmpty();
        assertThat(runner.upgradeSql("base:head")).contains("aludel_revision");
        assertThat(runner.downgrade("base")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shop", "my shop", "a.b", "we\"ird", "x, y", "it's", "select"})
    void isMetByEachRoute(String schema) {
        DATABASE.execute("create schema " + quote(schema) + " authorization " + quote(ROLE));
        String path = quote(schema) + ", pg_catalog";

        assertIn(schema, runner(() -> connect(""), settings().within(schema), TABLE));
        DATABASE.execute("drop table " + quote(schema) + ".aludel_revision");
        assertIn(schema, runner(() -> connect("&currentSchema=" + encoded(path)), settings(), TABLE));
        DATABASE.execute("drop table " + quote(schema) + ".aludel_revision");
        DATABASE.execute("alter role " + quote(ROLE) + " set search_path = " + path);
        assertIn(schema, runner(() -> connect(""), settings(), TABLE));
    }

    @Test
    void isTheRolesOwn() {
        DATABASE.execute("create schema authorization " + quote(ROLE));

        assertIn(ROLE, runner(() -> connect(""), settings(), TABLE));
    }

    @Test
    void isNoEmptyOneWhereTheRoleMayNotUseIt() {
        DATABASE.execute("create schema \"My Shop\"");
        String remedy = "grant usage on schema \"My Shop\" to " + quote(ROLE) + ";";
        MigrationRunner own = runner(() -> connect(""), settings().within("My Shop"), TABLE);
        MigrationRunner first =
                runner(() -> connect("&currentSchema=" + encoded("\"My Shop\", public")), settings(), TABLE);

        for (MigrationRunner runner : new MigrationRunner[] {own, first}) {
            assertThatThrownBy(runner::status)
                    .isInstanceOf(ForbiddenSchemaException.class)
                    .hasMessageContaining("'My Shop'")
                    .hasMessageContaining(remedy);
            assertThatThrownBy(runner::current).hasMessageContaining(remedy);
            assertThatThrownBy(() -> runner.upgrade("head")).hasMessageContaining(remedy);
            assertThatThrownBy(runner::compare).hasMessageContaining(remedy);
        }
    }

    @Test
    void endsNoMigrationByTheTimeoutsOfTheRole() {
        DATABASE.execute("grant all on schema public to " + quote(ROLE));
        for (String timeout : new String[] {
            "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "idle_session_timeout"
        }) {
            DATABASE.execute("alter role " + quote(ROLE) + " set " + timeout + " = '200ms'");
        }
        ScriptFile slow = revision("a", "base", "select pg_sleep(0.5)", "select 1");

        assertThat(runner(() -> connect(""), settings(), slow).upgrade("head")).hasSize(1);
    }

    @Test
    void namesTheSettingThatCancelsAStatement() {
        RunnerSettings impatient = new RunnerSettings(
                null,
                null,
                RunnerSettings.VERSION_TABLE,
                Duration.ofSeconds(5),
                10,
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                TransactionMode.PER_REVISION,
                CompareSettings.defaults());
        ScriptFile slow = revision("a", "base", "select pg_sleep(30)", "select 1");

        assertThatThrownBy(() -> runner(DATABASE::open, impatient, slow).upgrade("head"))
                .hasMessageContaining("aludel.statement-timeout=");
    }
}
