package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.compare.CompareSettings;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.session.TransactionMode;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the properties say of timeouts holds, whatever is set for the role or the database. */
class TimeoutsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @BeforeEach
    void clear() {
        DATABASE.clear();
    }

    private static RunnerSettings settings(Duration statementTimeout) {
        return new RunnerSettings(
                null,
                null,
                RunnerSettings.VERSION_TABLE,
                Duration.ofSeconds(5),
                10,
                statementTimeout,
                Duration.ofSeconds(5),
                TransactionMode.PER_REVISION,
                CompareSettings.defaults());
    }

    @Test
    void endsNoMigrationByTheTimeoutsOfTheDatabase() {
        String set = "alter database " + DATABASE.name() + " set ";
        DATABASE.execute(set + "statement_timeout = '200ms'", set + "idle_in_transaction_session_timeout = '200ms'");
        ScriptFile slow = revision("a", "base", "select pg_sleep(0.5)", "select 1");

        assertThat(runner(DATABASE, slow).upgrade("head")).hasSize(1);
    }

    @Test
    void namesTheSettingThatCancelsAStatement() {
        ScriptFile slow = revision("b", "base", "select pg_sleep(30)", "select 1");

        assertThatThrownBy(() -> runner(DATABASE::open, settings(Duration.ofMillis(200)), slow)
                        .upgrade("b"))
                .hasMessageContaining("aludel.statement-timeout=200ms");
    }
}
