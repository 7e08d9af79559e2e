package dev.aludel.autoconfigure;

import dev.aludel.command.ScriptFormat;
import dev.aludel.compare.RenamePolicy;
import dev.aludel.hazard.Severity;
import dev.aludel.runner.session.TransactionMode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of Aludel.
 *
 * @param enabled Whether to enable Aludel.
 * @param mode Action to take when the application starts.
 * @param phase When to act while the application starts.
 * @param target Revision to upgrade to when the application starts: an id or its beginning, head, heads, or a branch as label@head.
 * @param autogenerate What to do in development when the metamodel differs from the database. Requires mode upgrade.
 * @param online Whether to plan generated revisions online, while the application reads and writes. One change may then take several
 * revisions.
 * @param locations Locations of revision scripts, with the prefix classpath: or file:. Sub-folders are included.
 * @param writeLocation Folder for new scripts, relative to the project. An application that runs from class folders reads it in place
 * of its copy on the class path. An application that runs from a jar does not.
 * @param scriptFormat Format of new revisions.
 * @param packages Packages to scan for revisions in Java. New ones are written into the first. Defaults to 'revisions' below the package
 * of the main class.
 * @param fileTemplate Name of new scripts, without extension. The placeholders are datetime, year, month, day, hour, minute, second, epoch,
 * revision and slug, in braces.
 * @param timezone Time zone of the date and time in the names of new scripts.
 * @param postWrite Commands to run in the project's folder after a revision is written. The placeholder file, in braces, is the new file. It is
 * appended to a command without it.
 * @param versionSchema Schema of the version table. Defaults to Hibernate's default schema, or else the connection's current schema.
 * @param versionTable Name of the version table, which records the applied revisions.
 * @param datasource Connection for migrations. Set it if the application's own user may not change the schema.
 * @param lockTimeout Time that a statement waits for a database lock. It then gives up, so that the application's statements do not queue
 * behind it, and its revision is tried again.
 * @param lockRetries How many times to retry a revision after a lock timeout.
 * @param statementTimeout Maximum duration of a statement of a revision. Unlimited by default.
 * @param waitTimeout Maximum time to wait for another process that migrates the same database.
 * @param transaction Which revisions share a transaction.
 * @param onUnknownRevision What to do when the application starts and the database has revisions that this build does not have.
 * @param compare Comparison of the metamodel with the database.
 * @param hazards Severity of hazards, by code. The code 'default' applies to all others.
 * @param units Further databases of the application, by name. Any other property, set below a unit's name, applies to that unit alone.
 */
@ConfigurationProperties("aludel")
public record AludelProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("upgrade") Mode mode,
        @DefaultValue("ready") Phase phase,
        @DefaultValue("heads") String target,
        @DefaultValue("off") Autogenerate autogenerate,
        @DefaultValue("false") boolean online,
        @DefaultValue(DEFAULT_LOCATION) List<String> locations,
        @DefaultValue("src/main/resources/db/revisions") String writeLocation,
        @DefaultValue("sql") ScriptFormat scriptFormat,
        @Nullable List<String> packages,
        @DefaultValue("{datetime}_{revision}_{slug}") String fileTemplate,
        @DefaultValue("UTC") ZoneId timezone,
        @DefaultValue List<String> postWrite,
        @Nullable String versionSchema,
        @DefaultValue("aludel_revision") String versionTable,
        @DefaultValue Datasource datasource,
        @DefaultValue("5s") Duration lockTimeout,
        @DefaultValue("10") int lockRetries,
        @Nullable Duration statementTimeout,
        @DefaultValue("10m") Duration waitTimeout,
        @DefaultValue("per-revision") TransactionMode transaction,
        @DefaultValue("warn") OnUnknownRevision onUnknownRevision,
        @DefaultValue Compare compare,
        @DefaultValue Map<String, Severity> hazards,
        @DefaultValue Map<String, Unit> units) {

    static final String DEFAULT_LOCATION = "classpath:db/revisions";

    /** Action to take when the application starts. */
    public enum Mode {
        /** Apply pending revisions, then compare. */
        UPGRADE,
        /** Change nothing. Fail if revisions are pending, or if the database differs from the metamodel. */
        VALIDATE,
        /** Change nothing. Wait until another process has upgraded the database. */
        WAIT,
        /** Change nothing. Log the SQL of the pending revisions. */
        PLAN,
        /** Do nothing. */
        OFF
    }

    /** When to act while the application starts. */
    public enum Phase {
        /** When the application is ready, before it accepts traffic. */
        READY,
        /** Before Hibernate starts, so that runners and early queries find the new schema. */
        BEFORE_JPA
    }

    /** What to do in development when the metamodel differs from the database. */
    public enum Autogenerate {
        /** Report the difference. */
        OFF,
        /** Write a revision. */
        WRITE,
        /** Write a revision and apply it, unless it has a hazard that fails. By default, losing rows fails here. */
        APPLY
    }

    /** What to do when the database has revisions that this build does not have. */
    public enum OnUnknownRevision {
        /** Log a warning, and start. */
        WARN,
        /** Fail. */
        FAIL
    }

    /** What to do about a difference when the application starts. */
    public enum OnReady {
        /** Log each difference. */
        LOG,
        /** Log each difference, and fail. */
        FAIL,
        /** Do not compare. */
        OFF
    }

    /**
     * Connection for migrations.
     *
     * @param url JDBC URL. Defaults to the application's.
     * @param username User who owns the schema. Defaults to the user in the URL, or else the application's user.
     * @param password Password of the user who owns the schema.
     */
    public record Datasource(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Datasource[username=" + username + "]";
        }
    }

    /**
     * Comparison of the metamodel with the database.
     *
     * @param onReady What to do about a difference when the application starts.
     * @param schemas Schemas to compare in addition to those of the metamodel.
     * @param include Tables and sequences to compare. The wildcards are * and ?.
     * @param exclude Tables and sequences to leave out of the comparison. The wildcards are * and ?. Tables of known tools are
     * always left out, unless the application maps them.
     * @param dropUnmanaged Whether autogenerate may drop unmanaged objects, which are neither in the metamodel nor created by a revision.
     * @param renameCandidates What to do about a table or a column that may have been renamed.
     */
    public record Compare(
            @DefaultValue("log") OnReady onReady,
            @DefaultValue List<String> schemas,
            @DefaultValue("*") List<String> include,
            @DefaultValue List<String> exclude,
            @DefaultValue("false") boolean dropUnmanaged,
            @DefaultValue("ask") RenamePolicy renameCandidates) {}

    /**
     * A further database of the application.
     *
     * @param dataSourceBean Name of its DataSource bean. Defaults to a DataSource for datasource.url.
     * @param entityManagerFactoryBean Name of its EntityManagerFactory bean. Defaults to the one on its DataSource.
     */
    public record Unit(
            @Nullable String dataSourceBean, @Nullable String entityManagerFactoryBean) {}
}
