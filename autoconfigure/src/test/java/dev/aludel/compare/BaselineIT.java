package dev.aludel.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.operation.Operation;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.schema.AuxiliaryObject;
import dev.aludel.schema.Column;
import dev.aludel.schema.Model;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Table;
import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BaselineIT {

    private static final String[] GROWN = {
        "create extension citext",
        "create domain email as citext not null check (value like '%@%')",
        "comment on domain email is 'an address'",
        "create type mood as enum ('sad', 'happy')",
        "create type place as (street text, number int)",
        "create function next_code(prefix text) returns text language plpgsql as $$ begin return prefix || nextval('codes'); end $$",
        "create sequence codes start 100 increment 10",
        """
        create table users (id bigint generated always as identity primary key, address email, mood mood default 'sad',
            code text default next_code('u') unique, home place, tags text[],
            loud text generated always as (upper(code)) stored, valid daterange,
            exclude using gist (valid with &&), constraint loud check (loud = upper(loud)))""",
        "comment on column users.code is 'for humans'",
        "create index by_lower on users (lower(code)) where mood = 'happy'",
        "create table orders (id bigserial, at timestamptz not null, user_id bigint references users on delete cascade,"
                + " primary key (id, at)) partition by range (at)",
        "create table orders_2025 partition of orders for values from ('2025-01-01') to ('2026-01-01')",
        "create table orders_rest partition of orders default partition by list (id)",
        "create table orders_first partition of orders_rest for values in (1)",
        "create index in_2025 on orders_2025 (user_id)",
        "create table flyway_schema_history (installed_rank int primary key)",
        "create view happy as select id, code from users where mood = 'happy'",
        "create view codes_of_happy as select code from happy",
        "comment on view happy is 'the happy few'",
        "create materialized view counted as select count(*) as n from orders",
        "create unique index on counted (n)",
        "create function of_user(u users) returns text language sql as $$ select u.code $$",
        "create function touched() returns trigger language plpgsql as $$ begin return new; end $$",
        "create trigger touch before update on users for each row execute function touched()",
        "create rule quiet as on delete to orders_2025 do instead nothing",
        "alter table users enable row level security",
        "create policy own on users using (code = current_user)",
        "create statistics together on mood, code from users",
        "create aggregate product(int) (sfunc = int4mul, stype = int, initcond = '1')",
        "create schema audit",
        "create table audit.log (id bigint primary key, user_id bigint references users)",
    };

    @RegisterExtension
    static final TestDatabase GROWN_DATABASE = TestDatabase.create();

    @RegisterExtension
    static final TestDatabase MADE = TestDatabase.create();

    @Test
    void makesAnotherDatabaseLikeTheOneThatGrew() {
        GROWN_DATABASE.execute(GROWN);
        CatalogSnapshot before = CatalogSnapshot.of(GROWN_DATABASE);

        Baseline baseline = baseline("audit");

        assertThat(CatalogSnapshot.of(GROWN_DATABASE)).isEqualTo(before);
        run(baseline.operations());
        GROWN_DATABASE.execute("drop table flyway_schema_history", "drop aggregate product(int)");
        assertThat(CatalogSnapshot.of(MADE).differenceFrom(CatalogSnapshot.of(GROWN_DATABASE)))
                .as("missing (-), surplus (+)")
                .isEmpty();
        assertThat(baseline.mapped()).extracting(SchemaObject::toString).containsExactly("schema audit", "table users");
        assertThat(baseline.unmapped())
                .extracting(SchemaObject::toString)
                .containsExactly("table orders", "table audit.log");
        assertThat(baseline.omitted()).extracting(SchemaObject::toString).containsExactly("function product(integer)");

        List<Operation> back = new ArrayList<>(baseline.operations());
        Collections.reverse(back);
        run(back.stream().map(Operation::reverse).toList());
        assertThat(CatalogSnapshot.of(MADE)).isEqualTo(CatalogSnapshot.EMPTY);
    }

    @Test
    void leavesOutWhatStandsOnWhatIsNotMade() {
        try (TestDatabase grown = TestDatabase.create();
                TestDatabase made = TestDatabase.create()) {
            grown.execute(
                    "create schema other",
                    "create table other.rates (id int primary key)",
                    "create table tmp_import (id int primary key, at date) partition by range (id)",
                    "create table first_import partition of tmp_import for values from (0) to (9)",
                    "create table users (id int primary key, rate int constraint to_rate references other.rates,"
                            + " import int constraint to_import references tmp_import)",
                    "create view imported as select u.id from users u join tmp_import i on i.id = u.import",
                    "create view of_imported as select * from imported",
                    "create view rated as select * from other.rates",
                    "create view named as select id from users",
                    "create function done() returns trigger language plpgsql as $$ begin return new; end $$",
                    "create trigger done after insert on tmp_import for each row execute function done()",
                    "alter table tmp_import enable row level security");

            Baseline baseline = baseline(grown, settings("tmp_*"), Schema.empty());

            assertThat(baseline.omitted())
                    .extracting(SchemaObject::toString)
                    .containsExactlyInAnyOrder(
                            "partition first_import",
                            "view imported",
                            "view of_imported",
                            "view rated",
                            "trigger done on tmp_import",
                            "foreign key to_rate",
                            "foreign key to_import");
            run(made, baseline.operations());
            assertThat(made.query("select relname from pg_class where relnamespace = 'public'::regnamespace"
                            + " and relkind in ('r', 'v') order by 1"))
                    .containsExactly("named", "users");
        }
    }

    @Test
    void knowsTheAuxiliaryObjectsThatAreThere() {
        AuxiliaryObject function = object("create function f() returns int language sql as 'select 1'");
        AuxiliaryObject replaced = object("create or replace function g() returns int language sql as 'select 1'");
        AuxiliaryObject rows = object("insert into t values (1)");
        AuxiliaryObject index = object("create index by_id on t (id)", "comment on index by_id is 'fast'");
        AuxiliaryObject absent = object("create or replace function h() returns int language sql as 'select 1'");
        AuxiliaryObject other = object("create view v as select g() as g, missing from t");
        try (TestDatabase grown = TestDatabase.create()) {
            grown.execute("create table t (id int)");
            List.of(function, replaced, rows, index)
                    .forEach(object -> object.create().forEach(grown::execute));
            CatalogSnapshot before = CatalogSnapshot.of(grown);

            Baseline baseline = baseline(
                    grown,
                    RunnerSettings.defaults(),
                    Schema.empty().withObjects(List.of(function, absent, replaced, rows, other, index)));

            assertThat(baseline.mapped())
                    .extracting(object -> object.name().name())
                    .containsExactly(function.text(), replaced.text(), rows.text(), index.text());
            assertThat(CatalogSnapshot.of(grown)).isEqualTo(before);
            assertThat(grown.query("select count(*) from t")).containsExactly("1");
        }
    }

    private static AuxiliaryObject object(String... create) {
        return new AuxiliaryObject(false, List.of(create), List.of("select 1"));
    }

    private static void run(List<Operation> operations) {
        run(MADE, operations);
    }

    private static void run(TestDatabase database, List<Operation> operations) {
        database.execute(operations.stream()
                .flatMap(operation -> new PostgresDialect().renderer().render(operation).stream())
                .map(sql -> sql.startsWith("set local") ? sql.replace("local ", "") : sql)
                .toArray(String[]::new));
    }

    private static Baseline baseline(String namespace) {
        Schema entities = Schema.empty()
                .withNamespaces(List.of(namespace))
                .withTables(List.of(new Table(
                        ObjectName.of("users"),
                        List.of(Column.of("id", "bigint", false)),
                        List.of(),
                        List.of(),
                        null)));
        return baseline(GROWN_DATABASE, RunnerSettings.defaults(), entities);
    }

    private static Baseline baseline(TestDatabase database, RunnerSettings settings, Schema entities) {
        return new MigrationRunner(new PostgresDialect(), database::open, List::of, () -> Model.of(entities), settings)
                .baseline();
    }

    private static RunnerSettings settings(String exclude) {
        RunnerSettings usual = RunnerSettings.defaults();
        CompareSettings compare = usual.compare();
        return new RunnerSettings(
                usual.defaultSchema(),
                usual.versionSchema(),
                usual.versionTable(),
                usual.lockTimeout(),
                usual.lockRetries(),
                usual.statementTimeout(),
                usual.waitTimeout(),
                usual.transaction(),
                new CompareSettings(
                        compare.schemas(),
                        compare.include(),
                        List.of(exclude),
                        compare.dropUnmanaged(),
                        compare.renameCandidates()));
    }
}
