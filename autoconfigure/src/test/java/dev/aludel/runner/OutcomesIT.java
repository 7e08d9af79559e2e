package dev.aludel.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Outcome;
import dev.aludel.dialect.Outcome.Verdict;
import dev.aludel.dialect.Outcomes;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the catalogue says of a statement whose process was lost before it could say so. */
class OutcomesIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private final Outcomes outcomes = new PostgresDialect().outcomes();
    private Connection connection;

    @BeforeEach
    void tables() throws SQLException {
        connection = DATABASE.open();
        DATABASE.clear();
        DATABASE.execute(
                "create table t (id int, name text)",
                "create table m (id int) partition by range (id)",
                "create table m1 partition of m for values from (1) to (2)",
                "create index old on t (id)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private Outcome after(String sql, String... meanwhile) throws SQLException {
        String before = outcomes.before(connection, sql);
        DATABASE.execute(meanwhile);
        return outcomes.after(connection, sql, before);
    }

    private static String invalid(String index) {
        return "update pg_index set indisvalid = false where indexrelid = '" + index + "'::regclass";
    }

    @Test
    void knowsAnIndexThatWasMade() throws SQLException {
        String sql = "create index concurrently ix on public.t using btree (lower(t.name) desc) where id > 0";
        String made = "create index ix on t (lower(name) desc) where id > 0";

        assertThat(after(sql).verdict()).isEqualTo(Verdict.UNDONE);
        assertThat(after(sql, made).verdict()).isEqualTo(Verdict.DONE);
        DATABASE.execute("drop index ix");
        assertThat(after(sql, made, invalid("ix")).remedies()).containsExactly("drop index concurrently public.ix");
    }

    @Test
    void doesNotTakeAnotherIndexOfTheNameForIt() throws SQLException {
        assertThat(after("create index concurrently ix on t (name)", "create index ix on t (id)")
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
        DATABASE.execute("drop index ix");
        assertThat(after("create unique index concurrently ix on t (id)", "create index ix on t (id)")
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void tellsAnIndexWithoutANameFromThoseThatWereThere() throws SQLException {
        String sql = "create index concurrently on t (id)";

        assertThat(after(sql).verdict()).isEqualTo(Verdict.UNDONE);
        assertThat(after(sql, "create index other on t (name)").verdict()).isEqualTo(Verdict.UNDONE);
        assertThat(after(sql, "create index on t (id)").verdict()).isEqualTo(Verdict.DONE);
        assertThat(outcomes.after(connection, sql, Outcomes.NOT_ASKED).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void knowsAnIndexThatWasDropped() throws SQLException {
        assertThat(after("drop index concurrently old").verdict()).isEqualTo(Verdict.UNDONE);
        assertThat(after("drop index concurrently old", invalid("old")).verdict())
                .isEqualTo(Verdict.UNDONE);
        assertThat(after("drop index concurrently old", "drop index old").verdict())
                .isEqualTo(Verdict.DONE);
        assertThat(after("drop index concurrently old").verdict()).isEqualTo(Verdict.UNDONE);
        assertThat(after("drop index concurrently if exists old").verdict()).isEqualTo(Verdict.DONE);
        assertThat(outcomes.after(connection, "drop index concurrently old", Outcomes.NOT_ASKED)
                        .verdict())
                .isEqualTo(Verdict.DONE);
    }

    @Test
    void finalizesAPartitionThatIsPending() throws SQLException {
        String sql = "alter table m detach partition m1 concurrently";

        assertThat(after(sql).verdict()).isEqualTo(Verdict.UNDONE);
        Outcome pending = after(sql, "update pg_inherits set inhdetachpending = true where inhrelid = 'm1'::regclass");
        assertThat(pending.verdict()).isEqualTo(Verdict.DONE);
        assertThat(pending.remedies()).containsExactly("alter table m detach partition m1 finalize");
        assertThat(after(sql, pending.remedies().get(0)).verdict()).isEqualTo(Verdict.DONE);
        assertThat(after(sql).verdict()).isEqualTo(Verdict.UNDONE);
    }

    @Test
    void clearsAwayWhatAReindexLeft() throws SQLException {
        DATABASE.execute("create index old_ccnew on t (id)", invalid("old_ccnew"));

        Outcome outcome = after(
                "reindex table concurrently t",
                "create index old_ccnew1 on t (id)",
                invalid("old_ccnew1"),
                "create index m1_ccnew on m1 (id)",
                invalid("m1_ccnew"));

        assertThat(outcome.verdict()).isEqualTo(Verdict.UNDONE);
        assertThat(outcome.remedies()).containsExactly("drop index concurrently public.old_ccnew1");
    }

    @ParameterizedTest
    @CsvSource({
        "create index concurrently i on t (id), true",
        "CREATE UNIQUE INDEX /* now */ CONCURRENTLY ON t (id), true",
        "create index concurrently_ on t (id), false",
        "create index i on t (id), false",
        "drop index concurrently i, true",
        "drop index i, false",
        "reindex index concurrently i, true",
        "reindex (concurrently false) index i, false",
        "reindex (concurrently) index i, true",
        "reindex schema s, true",
        "reindex table t, false",
        "alter table only p detach partition c concurrently, true",
        "alter table p detach partition c, false",
        "alter table p detach partition c finalize, false",
        "vacuum (analyze) t, true",
        "analyze t, false",
        "cluster, true",
        "cluster (verbose), true",
        "cluster t using i, false",
        "create database d, true",
        "drop database if exists d, true",
        "alter system set x = 1, true",
        "create table vacuum (id int), false"
    })
    void knowsWhatTheServerRefusesInATransaction(String sql, boolean alone) {
        assertThat(outcomes.runsAlone(new Statement(sql, 1, sql))).isEqualTo(alone);
    }
}
