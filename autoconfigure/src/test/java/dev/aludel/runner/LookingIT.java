package dev.aludel.runner;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.runner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Diagnosis;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.StatementLog;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What looks, and what waits for its turn, is in nobody's way. */
class LookingIT {

    private static final ScriptFile TABLES = revision(
            "a",
            "base",
            """
            create table part (id int primary key, price int default 1 + 2, half int generated always as (price / 2) stored,
                constraint cheap check (price between 0 and 100));
            create table item (id int primary key, part int references part, note text);
            create index part_price on part (price) where price > 3;
            create view cheap_part as select id, price from part where price < 10;
            create materialized view all_parts as select * from part;
            insert into part (id) select generate_series(1, 50);
            insert into item select n, n, 'x' from generate_series(1, 50) n""",
            "drop table item; drop materialized view all_parts; drop view cheap_part; drop table part");
    private static final ScriptFile PENDING = revision("b", "a", "create table later (id int)", "drop table later");

    /** Locks on what is neither the server's own nor temporary. */
    private static final String LOCKS =
            "select c.relname || ' ' || l.mode from pg_locks l join pg_class c on c.oid = l.relation"
                    + " where l.pid = %d and l.database = (select oid from pg_database where datname = current_database())"
                    + " and c.relnamespace = 'public'::regnamespace";

    private final TestDatabase database = TestDatabase.create();
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    @BeforeEach
    void prepare() {
        runner(database, TABLES).upgrade("head");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    /** The same expressions in other words, and a difference. */
    private static Schema model() {
        Table part = new Table(
                ObjectName.of("part"),
                List.of(
                        Column.of("id", "int", false),
                        Column.of("price", "int", true).withDefaultValue(Expression.of("1+2"))),
                List.of(CheckConstraint.of(ConstraintName.of("cheap"), Expression.of("price >= 0 and price <= 100"))),
                List.of(),
                null);
        return new Schema(List.of(), List.of(part), List.of());
    }

    private static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** A connection after each of whose statements somebody looks. */
    private Connection sighted(String query) throws SQLException {
        Connection connection = database.open();
        int pid = pid(connection);
        return new StatementLog(() -> seen.addAll(database.query(query.formatted(pid)))).watch(connection);
    }

    private MigrationRunner sightedRunner(String query, ScriptFile... files) {
        return runner(() -> sighted(query), RunnerSettings.defaults(), LookingIT::model, List.of(files));
    }

    @Test
    void takesNoLockOfATableButThatOfAReader() {
        MigrationRunner runner = sightedRunner(LOCKS, TABLES, PENDING);

        assertThat(runner.compare().differences()).isNotEmpty();
        assertThat(runner.compare().proven()).isNotEmpty();
        runner.status();
        runner.verify();
        runner.interruptions();
        runner.baseline();
        runner.upgradeSql("head");
        assertThat(runner.examine()).extracting(Diagnosis::subject).contains("lock");

        assertThat(new TreeSet<>(seen)).isNotEmpty().allMatch(lock -> lock.endsWith(" AccessShareLock"));
    }

    @Test
    void waitsForItsTurnWithoutALockAndWithoutASnapshot() throws Exception {
        CompletableFuture<List<AppliedRevision>> upgrade;
        int looks = 0;
        try (Connection other = database.open()) {
            new PostgresDialect().lock().tryLock(other, "public.aludel_revision");
            MigrationRunner runner = sightedRunner(
                    LOCKS + " union all select 'snapshot ' || state from pg_stat_activity where pid = %1$d"
                            + " and (backend_xmin is not null or backend_xid is not null or state = 'idle in transaction')"
                            + " union all select 'waits' from pg_locks where pid = %1$d and not granted",
                    TABLES,
                    PENDING);
            upgrade = CompletableFuture.supplyAsync(() -> runner.upgrade("head"));
            while (looks < 20) {
                assertThat(upgrade).isNotDone();
                looks += database.query("select 1 from pg_stat_activity where application_name = 'aludel'"
                                + " and datname = current_database() and query like '%pg_try_advisory_lock%'")
                        .size();
            }
            assertThat(seen).isEmpty();
        }
        assertThat(upgrade.get(1, TimeUnit.MINUTES)).hasSize(1);
    }

    @Test
    void neverKeepsTheApplicationsStatementsWaitingBeyondTheirLockTimeout() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger done = new AtomicInteger();
        CompletableFuture<Void> application = CompletableFuture.runAsync(() -> work(stop, done));
        MigrationRunner runner = runner(database::open, RunnerSettings.defaults(), LookingIT::model, List.of(TABLES));
        try {
            int before = 0;
            for (int i = 0; i < 15; i++) {
                assertThat(runner.compare().proven()).isNotEmpty();
                runner.status();
                runner.verify();
                while (done.get() == before) {
                    assertThat(application).isNotDone();
                }
                before = done.get();
            }
        } finally {
            stop.set(true);
        }
        application.get(1, TimeUnit.MINUTES); // no statement of it failed
        assertThat(done.get()).isGreaterThan(15);
    }

    /** Reads and writes, with locks that all but readers conflict with; none of it may wait for long. */
    private void work(AtomicBoolean stop, AtomicInteger done) {
        String transaction = "begin; set local lock_timeout = '100ms';"
                + " lock table part, item in exclusive mode;"
                + " update part set price = price % 100 + 1; insert into item values (1000, 1, 'new');"
                + " select count(*) from cheap_part; delete from item where id = 1000;"
                + " refresh materialized view concurrently all_parts; commit";
        database.execute(
                "create unique index on all_parts (id)",
                "alter table part set (autovacuum_enabled = off)", // it would be in the way, too
                "alter table item set (autovacuum_enabled = off)",
                "alter materialized view all_parts set (autovacuum_enabled = off)");
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            while (!stop.get()) {
                statement.execute(transaction);
                done.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
