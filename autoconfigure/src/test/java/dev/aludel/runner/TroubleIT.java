package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.AludelException;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.session.DatabaseException;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server may do to an upgrade: each time the message says what to do, and nothing is lost. */
class TroubleIT {

    private static final String TABLES =
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1";

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void makeRole() {
        database.execute("drop role if exists clerk", "create role clerk login");
    }

    @AfterEach
    void drop() {
        database.execute("drop owned by clerk", "drop role clerk");
        database.close();
    }

    private Connection asClerk() throws SQLException {
        return DriverManager.getConnection(database.url().replace("user=postgres", "user=clerk"));
    }

    private MigrationRunner clerk(ScriptFile... files) {
        return runner(this::asClerk, RunnerSettings.defaults(), files);
    }

    private static ScriptFile[] threeTables() {
        return Runners.threeTables();
    }

    @Test
    void aConnectionThatIsLostTakesOneRevisionBack() {
        ScriptFile[] files = {
            revision("a", "base", "create table a (id int)", "drop table a"),
            revision("b", "a", "create table b (id int); select pg_sleep(60)", "drop table b")
        };
        CompletableFuture<Void> upgrade =
                CompletableFuture.runAsync(() -> runner(database, files).upgrade("heads"));
        while (database.query("select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'")
                .isEmpty()) {
            assertThat(upgrade).isNotDone();
        }

        assertThatThrownBy(() -> upgrade.get(1, TimeUnit.MINUTES))
                .cause()
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("Revision 'b' failed at db/revisions/b.sql")
                .hasMessageContaining("select pg_sleep(60)")
                .hasMessageContaining("The connection is lost")
                .hasNoSuppressedExceptions();
        assertThat(database.query(TABLES)).containsExactly("a", "aludel_revision");
        runner(database, threeTables()).upgrade("heads");
        assertThat(database.query(TABLES)).containsExactly("a", "aludel_revision", "b", "c");
    }

    @Test
    void aFullDiskTakesOneRevisionBack(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(isMounted(folder), "only root may make a small file system");
        try {
            Files.createDirectory(folder.resolve("data"));
            database.execute("create tablespace small location '" + folder.resolve("data") + "'");
            String filling = "insert into b select repeat(md5(n::text), 30) from generate_series(1, 40000) n";
            ScriptFile[] files = {
                revision("a", "base", "create table a (id int)", "drop table a"),
                revision("b", "a", "create table b (text text) tablespace small; " + filling, "drop table b")
            };

            assertThatThrownBy(() -> runner(database, files).upgrade("heads"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("Revision 'b' failed")
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("Give the server more space");

            assertThat(database.query(TABLES)).containsExactly("a", "aludel_revision");
            assertThat(runner(database, files).current()).containsExactly("a");
            database.execute("drop tablespace small");
        } finally {
            new ProcessBuilder("umount", folder.toString()).start().waitFor();
        }
    }

    private static boolean isMounted(Path folder) throws IOException, InterruptedException {
        return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder.toString())
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void aDatabaseThatTakesNoWritesIsLeftAsItIs() {
        MigrationRunner writer = runner(database, threeTables());
        writer.upgrade("a");
        database.execute(
                "alter role clerk set default_transaction_read_only = on",
                "grant all on schema public to clerk",
                "grant all on aludel_revision to clerk");

        assertThat(clerk(threeTables()).current()).containsExactly("a");
        refuses(clerk(threeTables()), "read-only transaction", "connect to the primary");
        assertThat(writer.current()).containsExactly("a");
    }

    @Test
    void aRoleThatMayMakeNoTableIsToldWhoMay() {
        database.execute("revoke create on schema public from public");

        refuses(clerk(threeTables()), "permission denied for schema public", "aludel.datasource.username");
        assertThat(database.query(TABLES)).isEmpty();
    }

    @Test
    void aRoleThatMayNotWriteTheVersionTableLosesNothing() {
        runner(database, threeTables()).upgrade("a");
        database.execute("grant all on schema public to clerk", "grant select on aludel_revision to clerk");

        assertThat(clerk(threeTables()).status().pending()).hasSize(2);
        refuses(clerk(threeTables()), "permission denied for table aludel_revision", "aludel.datasource.username");
        assertThat(database.query(TABLES)).containsExactly("a", "aludel_revision");
    }

    @Test
    void aRoleThatMayNotReadTheVersionTableIsToldSo() {
        runner(database, threeTables()).upgrade("a");

        assertThatThrownBy(() -> clerk(threeTables()).status())
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("permission denied for table aludel_revision")
                .hasMessageContaining("aludel.datasource.username");
    }

    @Test
    void aRoleThatMayMakeNoTemporaryTableStillCompares() throws SQLException {
        database.execute(
                "do $$ begin execute 'revoke temp on database ' || current_database() || ' from public'; end $$");
        runner(database, threeTables()).upgrade("heads");
        try (Connection connection = asClerk();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create temp table t ()"))
                    .isInstanceOf(SQLException.class);
        }
        database.execute("grant select on aludel_revision to clerk");

        assertThat(clerk(threeTables()).compare().differences()).isEmpty();
    }

    private static void refuses(MigrationRunner runner, String fact, String remedy) {
        assertThatThrownBy(() -> runner.upgrade("heads"))
                .isInstanceOf(AludelException.class)
                .hasMessageContaining(fact)
                .hasMessageContaining(remedy)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("\n"));
    }
}
