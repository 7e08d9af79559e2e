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
 * What an application can say about its migrations.
 *
 * @param enabled Whether Aludel is there at all.
 * @param mode What happens at start.
 * @param phase When the work at start is done.
 * @param target Revision to upgrade to at start: an id or the unique beginning of one, head, heads, a branch as label@head.
 * @param autogenerate What becomes of a difference between the metamodel and the database at start, in development, with
 * mode upgrade.
 * @param online Whether what autogenerate writes is planned for a database that is written to meanwhile, in as many revisions as that
 * takes.
 * @param locations Locations of revision scripts, beginning with classpath: or file:. Folders below them are read too.
 * @param writeLocation Folder into which new scripts are written, relative to the project. An application that runs from
 * class folders reads it in place of the copy on the class path; one that runs from a jar never does.
 * @param scriptFormat How new revisions are written: as a script in SQL, or as a class in Java.
 * @param packages Packages in which revisions in Java are found, and in the first of which they are written. By default
 * revisions below the package of the application's main class.
 * @param fileTemplate Name of a new script, without its extension; datetime, revision and slug in braces are replaced.
 * @param timezone Time zone of the datetime in the name of a new script.
 * @param postWrite Commands that run when a revision has been written, in the project's folder; file in braces is replaced, and
 * appended where it is missing.
 * @param versionSchema Schema of the table that records the applied revisions. By default Hibernate's default schema, else the
 * connection's current one.
 * @param versionTable Table that records the applied revisions.
 * @param datasource Connection of the schema's owner, where the application's own may not change the schema.
 * @param lockTimeout How long a statement waits for a lock of the database before it gives up, so that it does not hold up
 * the application's own statements behind it.
 * @param lockRetries How often a revision that met the lock timeout is tried again.
 * @param statementTimeout How long a statement of a revision may run. Without limit by default.
 * @param waitTimeout How long to wait for another process that is upgrading the same database.
 * @param transaction How many revisions share a transaction.
 * @param onUnknownRevision What happens at start when the database holds revisions that this build does not have.
 * @param compare What is compared, and what a difference does at start.
 * @param hazards Severity of what an operation blocks or loses, by its code; default stands for all others. What fails stops an
 * upgrade before anything of it runs.
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
        @DefaultValue Map<String, Severity> hazards) {

    static final String DEFAULT_LOCATION = "classpath:db/revisions";

    /** What happens at start. */
    public enum Mode {
        /** Applies pending revisions, then compares. */
        UPGRADE,
        /** Changes nothing, and fails when revisions are pending or the database differs from the metamodel. */
        VALIDATE,
        /** Changes nothing, and waits until another process has brought the database to head. */
        WAIT,
        /** Changes nothing, and logs the SQL of the pending revisions. */
        PLAN,
        /** Does nothing. */
        OFF
    }

    /** When the work at start is done. */
    public enum Phase {
        /** When the application is ready, before it accepts traffic. */
        READY,
        /** Before the EntityManagerFactory is made, so that runners and early queries find the new schema. */
        BEFORE_JPA
    }

    /** What becomes of a difference at start. */
    public enum Autogenerate {
        /** It is reported. */
        OFF,
        /** A revision is written for it. */
        WRITE,
        /** A revision is written for it and applied, unless it is too hazardous for one that nobody reviewed. */
        APPLY
    }

    /** What happens when the database is ahead of this build. */
    public enum OnUnknownRevision {
        /** The application starts, with a warning. */
        WARN,
        /** The start fails. */
        FAIL
    }

    /** What a difference does at start. */
    public enum OnReady {
        /** It is logged, a line each. */
        LOG,
        /** It is logged, and the start fails. */
        FAIL,
        /** Nothing is compared. */
        OFF
    }

    /**
     * Connection of the schema's owner.
     *
     * @param url JDBC URL. By default the application's.
     * @param username User who owns the schema. By default the one that the URL names, else the application's.
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
     * What is compared, and what a difference does at start.
     *
     * @param onReady What a difference between the metamodel and the database does at start.
     * @param schemas Schemas of the database to compare besides those of the metamodel.
     * @param include Tables and sequences that are compared; * and ? are wildcards.
     * @param exclude Tables and sequences that are not compared; * and ? are wildcards. The tables of known tools are
     * left alone in any case.
     * @param dropUnmanaged Whether to drop what neither the metamodel nor a revision made.
     * @param renameCandidates What becomes of a table or a column that may have been renamed, where nobody said so.
     */
    public record Compare(
            @DefaultValue("log") OnReady onReady,
            @DefaultValue List<String> schemas,
            @DefaultValue("*") List<String> include,
            @DefaultValue List<String> exclude,
            @DefaultValue("false") boolean dropUnmanaged,
            @DefaultValue("ask") RenamePolicy renameCandidates) {}
}
