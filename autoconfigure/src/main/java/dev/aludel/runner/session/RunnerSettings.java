package dev.aludel.runner.session;

import dev.aludel.compare.CompareSettings;
import dev.aludel.runner.MigrationRunner;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link MigrationRunner} works.
 *
 * @param defaultSchema Hibernate's default schema, which becomes the unit's own; null for the connection's current schema
 * @param versionSchema the schema of the version table; null for the unit's own
 * @param versionTable the name of the version table
 * @param lockTimeout how long a statement waits for a lock of the database; null leaves the server's setting
 * @param lockRetries how often a revision that met the lock timeout is tried again
 * @param statementTimeout how long a statement may run; null leaves the server's setting
 * @param waitTimeout how long to wait for another process's upgrade
 * @param transaction how many revisions share a transaction
 * @param compare what is compared
 */
public record RunnerSettings(
        @Nullable String defaultSchema,
        @Nullable String versionSchema,
        String versionTable,
        @Nullable Duration lockTimeout,
        int lockRetries,
        @Nullable Duration statementTimeout,
        Duration waitTimeout,
        TransactionMode transaction,
        CompareSettings compare) {

    /** The name of the version table, unless the user chooses another. */
    public static final String VERSION_TABLE = "aludel_revision";

    /** The same for a database in which the unit has this schema. */
    public RunnerSettings within(String schema) {
        return new RunnerSettings(
                schema,
                versionSchema,
                versionTable,
                lockTimeout,
                lockRetries,
                statementTimeout,
                waitTimeout,
                transaction,
                compare);
    }

    public static RunnerSettings defaults() {
        return new RunnerSettings(
                null,
                null,
                VERSION_TABLE,
                Duration.ofSeconds(5),
                10,
                null,
                Duration.ofMinutes(10),
                TransactionMode.PER_REVISION,
                CompareSettings.defaults());
    }
}
