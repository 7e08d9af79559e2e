package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.Diagnosis;
import dev.aludel.diff.RenameAnswers;
import dev.aludel.runner.Resolution;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Table;
import dev.aludel.testing.Psql;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that a role with fewer rights makes in the application's schema runs with the rights of who migrates. Such a role, which may
 * only create there, makes an overload for each function and operator of the server, with all argument types by which the server
 * could prefer it; then every command runs, and the server's own statistics tell what was called.
 */
class PlantedOverloadsIT {

    private static final String ROLE =
            "aludel_planter_" + ProcessHandle.current().pid();

    private static final TestDatabase DATABASE = TestDatabase.create();

    private static final String TYPES =
            "{oid,name,text,varchar,bpchar,\"\\\"char\\\"\",int2,int4,int8,bool,regclass,regnamespace,regtype,"
                    + "regproc,text[],name[],oid[],int2[],int4[],\"\\\"char\\\"[]\",int2vector,oidvector,aclitem[],timestamptz,xid,float8,"
                    + "numeric,inet,jsonb}";

    /** One function for each pair of types and kind of result, and each operator on it. */
    private static final String OPERATORS = """
            do $$
            declare
                a text; b text; o record; result text;
            begin
                foreach a in array '%s'::text[] loop
                    foreach b in array '%s'::text[] loop
                        foreach result in array array['bool', 'text'] loop
                            execute format('create function public.planted_%%s(%%s, %%s) returns %%s language plpgsql as '
                                || quote_literal('begin return null; end'), result, a, b, result);
                        end loop;
                        for o in select distinct oprname, case when oprname ~ '^[|]{2}$|^->|^[-+*/&|#]$|^<<$|^>>$' then 'text' else 'bool' end as result
                            from pg_operator where oprnamespace = 'pg_catalog'::regnamespace and oprkind = 'b'
                                and oprname = any ('{=,<>,<,>,<=,>=,||,~,!~,~~,!~~,->>,->,@>,+,-,*,|,<<,&}'::text[]) loop
                            begin
                                execute format('create operator public.%%s (leftarg = %%s, rightarg = %%s, function = public.planted_%%s)',
                                    o.oprname, a, b, o.result);
                            exception when others then null;
                            end;
                        end loop;
                    end loop;
                end loop;
            end $$""".formatted(TYPES, TYPES);

    /** Each function of the server with each argument of another type that the same value might have. */
    private static final String FUNCTIONS = """
            do $$
            declare
                f record; v text[];
            begin
                create temporary table other (type text, instead text);
                insert into other select t, i from (values
                    ('text', '{text,name,varchar,"\\"char\\""}'), ('name', '{name,text,varchar}'), ('oid', '{oid,regclass,regnamespace,regtype,int4}'),
                    ('regclass', '{regclass,oid,text}'), ('bigint', '{bigint,int4,oid}'), ('integer', '{integer,int2,oid,int8}'),
                    ('boolean', '{boolean,text}'), ('"any"', '{text,name,int4,oid,int8}'), ('anyelement', '{text,name,oid,int2,int4,"\\"char\\""}'),
                    ('anyarray', '{text[],name[],oid[],int2[],"\\"char\\"[]",int2vector}'), ('anynonarray', '{text,name,oid}'),
                    ('anycompatible', '{text,name,oid,int2,int4,"\\"char\\""}'), ('anycompatiblearray', '{text[],name[],oid[],int2[],"\\"char\\"[]"}'),
                    ('double precision', '{float8,int4,numeric}'), ('"char"', '{"\\"char\\"",text}')) as o (t, i_s), unnest(o.i_s::text[]) i;
                for f in select p.proname, array(select format_type(a, null) from unnest(p.proargtypes) with ordinality as x (a, n) order by n) as types,
                        p.provariadic <> 0 as variadic
                    from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace and p.prokind in ('f', 'a') and p.pronargs between 1 and 4
                        and p.prorettype <> all ('{internal,trigger,cstring}'::regtype[])
                loop
                    for v in with recursive made as (
                            select array[]::text[] as types
                            union all
                            select m.types || c.type
                            from made m cross join lateral (
                                select instead as type from other where other.type = f.types[cardinality(m.types) + 1]
                                union all
                                select f.types[cardinality(m.types) + 1]
                                where not exists (select from other where other.type = f.types[cardinality(m.types) + 1])) c
                            where cardinality(m.types) < cardinality(f.types))
                        select types from made where cardinality(types) = cardinality(f.types) and types <> f.types limit 60
                    loop
                        begin
                            execute format('create function public.%I(%s) returns text language plpgsql as ' || quote_literal('begin return null; end'),
                                f.proname, array_to_string(v, ', '));
                        exception when others then null;
                        end;
                    end loop;
                end loop;
                drop table other;
            end $$""";

    /** Such as {@code concat}, of texts. */
    private static final String VARIADIC = """
            do $$
            declare
                f text; n int;
            begin
                foreach f in array '{concat,concat_ws,format,json_build_object,jsonb_build_object,json_build_array,num_nulls,num_nonnulls}'::text[] loop
                    for n in 2..9 loop
                        execute format('create function public.%I(%s) returns text language plpgsql as ' || quote_literal('begin return null; end'),
                            f, array_to_string(array_fill('text'::text, array[n]), ', '));
                    end loop;
                end loop;
            exception when duplicate_function then null;
            end $$""";

    private static final String PLANTED =
            "select count(*) from pg_operator where oprnamespace operator(pg_catalog.=) 'public'::regnamespace::oid";

    private static final String CALLED =
            "select pg_catalog.concat(s.funcname, '(', pg_catalog.pg_get_function_identity_arguments(s.funcid), ')')"
                    + " from pg_catalog.pg_stat_user_functions s where s.schemaname operator(pg_catalog.=) 'public'"
                    + " and s.funcname operator(pg_catalog.<>) 'sentinel'";

    @TempDir
    static Path folder;

    @BeforeAll
    static void plant() throws SQLException {
        DATABASE.execute(
                "create role " + ROLE,
                "grant create, usage on schema public to " + ROLE,
                "grant temporary on database " + DATABASE.name() + " to " + ROLE,
                "create function sentinel() returns int language plpgsql as 'begin return 1; end'",
                "alter database " + DATABASE.name() + " set track_functions = 'all'");
        try (Connection connection = DATABASE.open();
                Statement statement = connection.createStatement()) {
            statement.execute("set session authorization " + ROLE
                    + "; set check_function_bodies to off; set search_path to pg_catalog");
            statement.execute(OPERATORS);
            statement.execute(FUNCTIONS);
            statement.execute(VARIADIC);
        }
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
        try (TestDatabase other = TestDatabase.create()) {
            other.execute("drop role " + ROLE);
        }
    }

    private static Table part(String title) {
        return new Table(
                ObjectName.of("part"),
                List.of(
                        Column.of("code", "varchar(20)", false),
                        Column.of("price", "int", true).withDefaultValue(Expression.of("1+2")),
                        Column.of("title", title, true)),
                List.of(
                        new PrimaryKey(ConstraintName.of("part_pkey"), List.of("code")),
                        CheckConstraint.of(ConstraintName.of("cheap"), Expression.of("price >= 0 and price <= 100"))),
                List.of(Index.of(ConstraintName.of("part_title"), false, List.of(IndexKey.column("title")))),
                "parts");
    }

    private static Table item() {
        return new Table(
                ObjectName.of("item"),
                List.of(Column.of("id", "bigint", false), Column.of("part", "varchar(20)", true)),
                List.of(
                        new PrimaryKey(ConstraintName.of("item_pkey"), List.of("id")),
                        ForeignKey.of(
                                ConstraintName.of("item_part"),
                                List.of("part"),
                                ObjectName.of("part"),
                                List.of("code"))),
                List.of(),
                null);
    }

    private static Commands commands(Table... tables) {
        return ModelCommands.of(DATABASE, folder, tables);
    }

    @Test
    void noneOfThemIsCalledByACommand() throws Exception {
        assertThat(Integer.parseInt(DATABASE.query(PLANTED).get(0))).isGreaterThan(5_000);
        Commands before = commands(part("varchar(20)"));
        Commands after = commands(part("varchar(10)"), item());

        before.status();
        before.doctor();
        before.compare();
        before.autogenerate(NewRevision.of("first", "a1"), RenameAnswers.NONE, new Defaults(Map.of()));
        assertThat(before.upgrade("head")).hasSize(1);
        DATABASE.execute(
                "insert into part values ('a', 1, 'x'), ('b', 2, 'y'), ('c', 3, null)",
                "create view v as select code from part");
        assertThat(before.check().ok()).isTrue();
        after.hazards(after.compare());
        after.autogenerate(NewRevision.of("second", "b1"), RenameAnswers.NONE, new Defaults(Map.of()));
        write("c1", "b1", "-- transactional: false\n", """
                -- batch: size 1
                update part set price = 7;
                create index concurrently part_price on part (price);
                insert into missing values (1)""");
        assertThat(after.lint("pending", null).revisions()).contains("b1");
        Psql.find()
                .ifPresent(psql -> assertThat(
                                psql.run(DATABASE, after.upgradeSql("b1", true)).output())
                        .isEmpty());
        after.upgrade("b1");
        assertThatThrownBy(() -> after.upgrade("head")).hasMessageContaining("missing");
        assertThat(after.interruptions()).hasSize(1);
        after.resolve(null, Resolution.APPLIED);
        after.status();
        after.current();
        after.history(null, true);
        after.show("head");
        after.verify();
        after.doctor();
        after.check();
        after.downgradeSql("b1", true);
        write("c1", "b1", "", "create table missing ()");
        after.acceptChanges(null);
        after.downgrade("a1");
        after.stamp(List.of("a1"), false);
        after.squash(":b1", "one", "q1", null);
        after.createAll();
        after.ensureVersionTable();
        after.stamp(List.of("base"), true);
        ModelCommands.of(DATABASE, folder.resolve("grown"), part("varchar(20)"), item())
                .baseline("all", false);
        assertThat(after.doctor())
                .filteredOn(one -> one.subject().equals("creators"))
                .extracting(Diagnosis::remedy)
                .anyMatch(remedy -> remedy.contains("revoke create on schema public from " + ROLE));

        assertThat(called()).isEmpty();
        DATABASE.query("select quote_ident('x'::varchar), oid = oid::regclass from pg_class");
        assertThat(called()).contains("quote_ident(character varying)", "planted_bool(oid, regclass)");
    }

    /** What sessions that have ended told before one that ended after them. */
    private static List<String> called() {
        int before = sentinel();
        DATABASE.query("select sentinel()");
        while (sentinel() == before) {
            Thread.onSpinWait();
        }
        return DATABASE.query(CALLED);
    }

    private static int sentinel() {
        return Integer.parseInt(DATABASE.query(
                        "select coalesce((select calls from pg_stat_user_functions where funcname operator(pg_catalog.=) 'sentinel'), 0)")
                .get(0));
    }

    private static void write(String id, String parent, String headers, String upgrade) throws IOException {
        Files.writeString(folder.resolve(id + ".sql"), """
                -- revision: %s
                -- down-revision: %s
                -- message: by hand
                %s
                -- upgrade
                %s;

                -- downgrade
                drop table if exists missing;
                """.formatted(id, parent, headers, upgrade));
    }
}
