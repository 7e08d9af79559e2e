package dev.aludel.lint;

import static dev.aludel.runner.Runners.revision;
import static dev.aludel.runner.Runners.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.hazard.HazardFinding;
import dev.aludel.hazard.HazardPolicy;
import dev.aludel.hazard.Impact.Work;
import dev.aludel.hazard.LockMode;
import dev.aludel.hazard.Severity;
import dev.aludel.runner.Extensions;
import dev.aludel.runner.HazardousRevisionException;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.Runners;
import dev.aludel.runner.execution.EntitySessions;
import dev.aludel.runner.session.NoScratchDatabaseException;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.schema.Model;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was written by hand is run to see what it does. */
class LintIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final ScriptFile TABLES = revision(
            "a",
            "base",
            """
            create table users (id bigint primary key, name text, mail text, n integer, seen timestamp);
            create table orders (id bigint primary key, user_id bigint constraint positive check (user_id > 0));
            create table tiny (id bigint);
            create table parted (id bigint not null) partition by range (id);
            create table part_1 partition of parted for values from (0) to (100000);
            create table spare (id bigint not null);
            create materialized view names as select n as id, 'n' as name from generate_series(1, 20000) n with no data;
            create index orders_user on orders (user_id);
            create function rows_of(t text) returns void language plpgsql as
                $$ begin execute 'create index on ' || t || ' (n)'; end $$""",
            "drop materialized view names; drop function rows_of(text); drop table if exists users, orders, tiny, parted, spare");

    @BeforeAll
    static void fill() {
        Runners.runner(DATABASE, TABLES).upgrade("head");
        DATABASE.execute(
                "insert into users select n, 'n', 'm', n from generate_series(1, 20000) n",
                "insert into orders select n, n from generate_series(1, 20000) n",
                "insert into tiny select n from generate_series(1, 10) n",
                "insert into parted select n from generate_series(1, 20000) n",
                "insert into spare select 200000 + n from generate_series(1, 20000) n",
                "refresh materialized view names",
                "analyze");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-", textBlock = """
            create index i on users (name)                                                       | create-index
            create unique index i on users (id, name)                                            | add-unique
            create index i on tiny (id)                                                          | -
            create table fresh (id int); create index i on fresh (id); insert into fresh select 1; update fresh set id = 2 | -
            select rows_of('users')                                                              | create-index
            do $$ begin alter table users alter column n type bigint; end $$                     | alter-column-type
            alter table users alter column mail type varchar                                     | -
            alter table users add column token uuid default gen_random_uuid()                    | volatile-default
            alter table users add column at timestamp default now()                              | -
            alter table users add column twice int generated always as (n * 2) stored            | add-generated-column
            alter table users add column num bigint generated always as identity                 | add-identity-column
            alter table users add column k int not null                                          | add-not-null-column
            alter table users alter column n set not null                                        | set-not-null
            alter table users add constraint c check (n > 0)                                     | add-check
            alter table users add constraint c check (n > 0) not valid                           | -
            alter table users add constraint c check (n > 0) not valid; alter table users validate constraint c | validate-constraint
            alter table orders add constraint f foreign key (user_id) references users           | add-foreign-key
            alter table users add constraint u unique (n)                                        | add-unique
            alter table users rename column mail to email                                        | rename-column
            alter table users rename to people; create index i on people (n)                     | rename-table, create-index
            alter table users drop column mail                                                   | drop-column
            drop table orders                                                                    | drop-table
            truncate orders                                                                      | truncate-table
            update users set name = 'x'                                                          | backfill
            update users set name = 'x' where id = 7                                             | -
            delete from users where name = 'x'                                                   | backfill
            alter table users set unlogged                                                       | rewrite-table
            alter table users add column z int; create index i on orders (user_id)               | create-index, lock-held
            alter table users add column z int; select count(*) from users                       | scan-table
            create view v as select * from users                                                 | -
            alter table parted attach partition spare for values from (200000) to (300000)       | scan-table
            alter table parted detach partition part_1                                           | -
            alter table parted detach partition part_1; drop table part_1                        | drop-table
            create table p2 partition of parted for values from (100000) to (200000)             | -
            refresh materialized view names                                                      | rewrite-table
            drop materialized view names                                                         | -
            create temp table t as select * from users; update t set n = 1; truncate t; drop table t | -
            create table scratch as select * from users; create index i on scratch (n); delete from scratch; drop table scratch | -
            create sequence s; drop sequence s                                                   | -
            create sequence s                                                                    | -
            alter table users alter column seen type timestamptz                                 | alter-column-type, assume-zone
            alter table users alter column seen type timestamptz using seen at time zone 'UTC'   | alter-column-type, assume-zone
            set local time zone 'UTC'; alter table users alter column seen type timestamptz      | alter-column-type, assume-zone
            alter table users add constraint c check (n > 0) not valid; alter table users drop constraint c | -
            alter table orders drop constraint positive                                          | drop-check
            alter table orders drop constraint positive; alter table orders add constraint positive check (user_id > 0) not valid | -
            alter table orders drop constraint orders_pkey                                       | drop-primary-key
            drop index orders_user                                                               | drop-index
            drop index orders_user; create index orders_user on tiny (id)                        | drop-index
            alter table orders drop column user_id                                               | drop-column
            alter table users alter column name set default 'x'                                  | -
            alter table users alter column id drop not null; select 1 where false                | statement-fails
            comment on table users is 'x'                                                        | -
            grant select on users to pg_monitor                                                  | -
            alter table users set (fillfactor = 70)                                              | -
            alter table users enable row level security                                          | -
            alter table users cluster on users_pkey                                              | -
            cluster users using users_pkey                                                       | rewrite-table
            lock table users in access exclusive mode                                            | -
            insert into users (id) select 100000 + n from generate_series(1, 10) n               | -
            delete from tiny                                                                     | -
            alter table users alter column mail type varchar(9)                                  | alter-column-type, narrow-type
            create policy p on users using (n > 0)                                               | -
            create trigger t before update on users for each row execute function suppress_redundant_updates_trigger() | -
            alter table users alter column n set statistics 7                                    | -
            alter table orders add constraint f foreign key (user_id) references users not valid | -
            alter table users rename column mail to email; alter table users rename column email to mail | rename-column, rename-column
            """)
    void seesWhatAStatementDoes(String sql, String codes) {
        LintReport report = lint(HazardPolicy.warning(), revision("b", "a", sql, "select 1"));

        assertThat(report.findings().stream().map(HazardFinding::code).toList())
                .as(report.toString())
                .containsExactlyElementsOf(codes == null ? List.of() : List.of(codes.split(", ", -1)));
        assertThat(report.ok()).isEqualTo(codes == null || !codes.contains("statement-fails"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-", textBlock = """
            alter table tiny alter column mail set not null                                     | set-not-null: have no value in 'mail': 1
            update tiny set mail = 'x'; alter table tiny alter column mail set not null         | -
            alter table only tiny add unique (n)                                                | add-unique: have the same (n) as another: 2
            create unique index i on tiny using btree (n desc) where n > 5                      | -
            create unique index i on tiny (lower(name))                                         | add-unique: have the same (lower(name)) as another: 2
            alter table tiny add constraint c check (n > 1), add column k int not null          | add-check: do not hold 'n > 1': 2; add-not-null-column: would have no value in 'k': 3
            alter table tiny add constraint c check (n > 1) not valid                           | -
            alter table tiny add constraint c check (n > 1) not valid; alter table tiny validate constraint c | add-check: do not hold 'n > 1': 2
            alter table tiny add foreign key (n) references other (id) on delete cascade        | add-foreign-key: refer to none of 'other': 3
            alter table tiny add primary key (n)                                                | add-primary-key: have the same (n) as another: 2
            alter table tiny alter column name type varchar(3)                                  | narrow-type: have more than 3 characters in 'name': 2
            alter table tiny alter name type varchar(9)                                         | -
            alter table tiny alter column name type integer using name::integer                 | convert-type: cannot be read as integer in 'name': invalid input syntax
            alter table tiny alter column n type bigint                                         | -
            alter table absent alter column n set not null                                      | -
            alter table tiny drop column n; alter table tiny add column n int; alter table tiny add unique (n) | -
            """)
    void plansTellWhatFailsOnRowsThatAreThere(String sql, String expected) {
        ScriptFile base = revision("a", "base", "select 1", "select 1");
        try (TestDatabase small = TestDatabase.create()) {
            small.execute(
                    "create table tiny (name text, mail text, n int)",
                    "create table other (id int primary key)",
                    "insert into tiny values ('Abcd', 'm', 1), ('abcd', null, 1), ('x', 'm', 2)");
            LintReport report = Review.of(
                            runnerOf(small, HazardPolicy.warning(), base, revision("b", "a", sql, "select 1")))
                    .plan("head");

            assertThat(report.findings())
                    .as(report.toString())
                    .hasSize(expected == null ? 0 : expected.split("; ", -1).length);
            assertThat(report.ok()).isEqualTo(expected == null);
            for (String one : expected == null ? new String[0] : expected.split("; ", -1)) {
                assertThat(report.findings())
                        .anySatisfy(finding -> assertThat(finding.code() + ": " + finding.message())
                                .startsWith(one.substring(0, one.indexOf(':')))
                                .contains(one.substring(one.indexOf(": ") + 2)));
            }
        }
    }

    @Test
    void namesPlaceSizeRowsAndTheSafeForm() {
        LintReport report = lint(
                new HazardPolicy(Map.of("set-not-null", Severity.FAIL)),
                revision("b", "a", "select 1;\n\nalter table users alter column n set not null", "select 1"));

        assertThat(report.ok()).isFalse();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.location()).isEqualTo("db/revisions/b.sql");
            assertThat(finding.line()).isEqualTo(8);
            assertThat(finding.severity()).isEqualTo(Severity.FAIL);
            assertThat(finding.message()).contains("blocks reads and writes of 'users' (about 20,000 rows");
            assertThat(finding.rows()).isZero();
            assertThat(finding.safe()).contains("validate constraint users_n_not_null;");
        });
        assertThat(report.locks()).singleElement().satisfies(lock -> {
            assertThat(lock.impact().lock()).isEqualTo(LockMode.ACCESS_EXCLUSIVE);
            assertThat(lock.impact().work()).isEqualTo(Work.SCAN);
        });
    }

    @Test
    void passesOverWhatTheScriptAllowsWithAReason() {
        LintReport report = lint(
                new HazardPolicy(Map.of("default", Severity.FAIL)),
                script("b", "a", "-- allow: drop-column nobody reads it\n-- allow: drop-table", """
                        -- allow: create-index at night
                        create index i on users (name);
                        create index j on users (mail);
                        alter table users drop column n;
                        -- allow: typo why
                        select 1""", "select 1"));

        assertThat(report.findings())
                .extracting(HazardFinding::code, HazardFinding::line, HazardFinding::allowed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("invalid-allow", 1, null),
                        org.assertj.core.groups.Tuple.tuple("create-index", 9, "at night"),
                        org.assertj.core.groups.Tuple.tuple("create-index", 10, null),
                        org.assertj.core.groups.Tuple.tuple("drop-column", 11, "nobody reads it"),
                        org.assertj.core.groups.Tuple.tuple("invalid-allow", 13, null));
    }

    @Test
    void followsRenamesThroughSeveralRevisions() {
        LintReport report = lint(
                HazardPolicy.warning(),
                revision("b", "a", "alter table users rename to people", "select 1"),
                revision("c", "b", "create index i on people (n)", "select 1"),
                script(
                        "d",
                        "c",
                        "-- transactional: false",
                        "create index concurrently j on people (name)",
                        "select 1"));

        assertThat(report.revisions()).containsExactly("b", "c", "d");
        assertThat(report.findings())
                .extracting(HazardFinding::revision, HazardFinding::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("b", "rename-table"),
                        org.assertj.core.groups.Tuple.tuple("c", "create-index"));
        assertThat(report.findings().get(1).message()).contains("'people' (about 20,000 rows");
    }

    @Test
    void tellsOfAStatementThatFails() {
        LintReport report = lint(HazardPolicy.warning(), revision("b", "a", "select 1;\nselect nothing", "select 1"));

        assertThat(report.ok()).isFalse();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("statement-fails");
            assertThat(finding.line()).isEqualTo(7);
            assertThat(finding.message()).contains("column \"nothing\" does not exist");
        });
    }

    @Test
    void looksAtNamedRevisionsAndLeavesNothingBehind() {
        ScriptFile pending = revision("b", "a", "create index i on users (name)", "select 1");

        assertThat(Review.of(runner(HazardPolicy.warning(), pending))
                        .lint("a", null)
                        .revisions())
                .containsExactly("a");
        assertThat(Review.of(runner(HazardPolicy.warning(), pending))
                        .lint("base:b", null)
                        .findings())
                .extracting(HazardFinding::code)
                .containsExactly("create-index", "lock-held", "create-index");
        assertThat(DATABASE.query("select datname from pg_database where datname like 'aludel_scratch%'"))
                .isEmpty();
        assertThat(DATABASE.query("select revision from aludel_revision")).containsExactly("a");
    }

    @Test
    void saysWhatToDoWhereRevisionsDoNotMakeTheDatabase() {
        ScriptFile foreign = revision("a", "base", "alter table older add column id int", "select 1");
        assertThatThrownBy(() -> Review.of(
                                runnerOf(HazardPolicy.warning(), foreign, revision("b", "a", "select 1", "select 1")))
                        .lint("pending", null))
                .isInstanceOf(NoScratchDatabaseException.class)
                .hasMessageContaining("revision 'a' fails on an empty one at db/revisions/a.sql")
                .hasMessageContaining("aludel init --from-database");
    }

    @Test
    void stopsAnUpgradeWhoseScriptsSayWhatMustNotBe() {
        String index =
                "-- hazard create-index (%s): Creating index 'i' blocks writes.%n--     Build it beside them.%ncreate index i on %s (id)";
        HazardPolicy policy = new HazardPolicy(Map.of("create-index", Severity.FAIL));

        MigrationRunner large = runner(policy, revision("b", "a", index.formatted("users", "users"), "drop index i"));
        assertThatThrownBy(() -> large.upgrade("head"))
                .isInstanceOf(HazardousRevisionException.class)
                .hasMessageContaining("'create-index' at db/revisions/b.sql:8")
                .hasMessageContaining("-- allow: create-index <reason>");
        assertThat(Review.of(large).plan("head").ok()).isFalse();
        assertThat(DATABASE.query("select revision from aludel_revision")).containsExactly("a");

        MigrationRunner small = runner(policy, revision("b", "a", index.formatted("tiny", "tiny"), "drop index i"));
        assertThat(small.upgrade("head")).hasSize(1);
        small.downgrade("-1");

        MigrationRunner allowed = runner(
                policy,
                revision(
                        "b",
                        "a",
                        "-- allow: create-index at night\n" + index.formatted("users", "users"),
                        "drop index i"));
        assertThat(allowed.upgrade("head")).hasSize(1);
        allowed.downgrade("-1");
    }

    @Test
    void letsAnEmptyDatabaseGoThroughAllThatWasLostElsewhere() {
        ScriptFile drop = revision("b", "a", "-- hazard drop-table (tiny): It loses all.\ndrop table tiny", "select 1");
        HazardPolicy policy = new HazardPolicy(Map.of("default", Severity.FAIL));
        try (TestDatabase fresh = TestDatabase.create()) {
            MigrationRunner everything = runnerOf(fresh, policy, TABLES, drop);
            assertThat(everything.upgrade("a")).hasSize(1);
            assertThatThrownBy(() -> everything.upgrade("b")).isInstanceOf(HazardousRevisionException.class);
            everything.downgrade("base");
            assertThat(everything.upgrade("b")).hasSize(2);
        }
    }

    @Test
    void knowsTheTablesOfHazardsWhateverTheirNames() {
        ObjectName odd = ObjectName.of("odd.name");
        String remark = "-- hazard drop-table (%s): It loses all.\n".formatted(odd.spelled());
        HazardPolicy policy = new HazardPolicy(Map.of("default", Severity.FAIL));
        try (TestDatabase fresh = TestDatabase.create()) {
            fresh.execute("create table \"odd.name\" ()");
            MigrationRunner runner =
                    runnerOf(fresh, policy, revision("a", "base", remark + "drop table \"odd.name\"", "select 1"));

            assertThatThrownBy(() -> runner.upgrade("a")).isInstanceOf(HazardousRevisionException.class);
        }
    }

    private static LintReport lint(HazardPolicy policy, ScriptFile... pending) {
        return Review.of(runner(policy, pending)).lint("pending", null);
    }

    private static MigrationRunner runner(HazardPolicy policy, ScriptFile... pending) {
        ScriptFile[] files = new ScriptFile[pending.length + 1];
        files[0] = TABLES;
        System.arraycopy(pending, 0, files, 1, pending.length);
        return runnerOf(policy, files);
    }

    private static MigrationRunner runnerOf(HazardPolicy policy, ScriptFile... files) {
        return runnerOf(DATABASE, policy, files);
    }

    private static MigrationRunner runnerOf(TestDatabase database, HazardPolicy policy, ScriptFile... files) {
        return new MigrationRunner(
                new PostgresDialect(),
                database::open,
                () -> List.of(files),
                () -> Model.of(Schema.empty()),
                RunnerSettings.defaults(),
                new Extensions(EntitySessions.none(), List.of(), List.of(), policy));
    }
}
