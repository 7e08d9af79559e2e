package dev.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.postgresql.canonical.PostgresCanonicalizer;
import dev.aludel.dialect.postgresql.catalog.PostgresCatalogReader;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.testing.SincePostgres;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a mapping says and what the server makes of it are one normal form. */
class PostgresRoundTripIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final ObjectName T = ObjectName.of("t");

    private static final List<String> TYPES = List.of("""
            varchar(255)|varchar|character varying(9)|char varying(9)|nchar varying(3)|text|char(1)|char|character(3)
            bpchar|bpchar(4)|"char"|numeric(38,2)|numeric(21,0)|numeric(5)|numeric|decimal(10, 2)|dec(3,1)|numeric(3,-2)
            integer|int|int4|bigint|int8|smallint|int2|float4|float8|real|double precision|float|float(24)|float(25)
            float(53)|FLOAT(53)|boolean|bool|date|time|time(6)|time(0) without time zone|timetz|time(3) with time zone
            timestamp|timestamp(6)|timestamp(9)|TIMESTAMP (6) WITH TIME ZONE|timestamptz|timestamptz(3)
            timestamp with time zone|timestamp(6) without time zone|interval|interval second(6)|INTERVAL SECOND(9)
            interval day to second(3)|interval year to month|interval(2)|uuid|json|jsonb|xml|bytea|oid|inet|cidr|macaddr
            money|bit|bit(5)|bit varying(7)|varbit|varbit(3)|tsvector|int4range|point|varchar(255) array|varchar(255)[]
            integer array|int4 array[3]|text[][]|timestamp(6) with time zone array|numeric(38,2)[]|float(53) array
            char(1) array|bit(3)[]|varbit(3)[]|"char"[]|mood|MOOD|"mood"|"Mood"|app.mood|app."Mood"|mood array|"Mood"[]|code
            pg_catalog.int4|pg_catalog.varchar(7)|name|regclass|int4multirange|größe|"order\"""".split("[|\\n]", -1));

    @BeforeEach
    void empty() {
        DATABASE.execute("drop schema if exists app cascade", "create schema app");
        create(
                "create type mood as enum ('sad', 'ok')",
                "create type \"Mood\" as enum ('a')",
                "create type größe as enum ('a')",
                "create type \"order\" as enum ('a')",
                "create domain code as varchar(10)");
    }

    private static void create(String... statements) {
        try (Connection connection = DATABASE.open();
                Statement statement = connection.createStatement()) {
            connection.setSchema("app");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join(";\n", statements), e);
        }
    }

    private static Schema read() throws SQLException {
        try (Connection connection = DATABASE.open()) {
            connection.setSchema("app");
            Catalog catalog = new PostgresCatalogReader().read(connection, "app", Set.of());
            return catalog.schema();
        }
    }

    private static Table table() throws SQLException {
        return read().table(T).orElseThrow();
    }

    private static Schema normal(List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
        Table table = new Table(T, columns, constraints, indexes, null);
        return new PostgresCanonicalizer().normalize(new Schema(List.of(), List.of(table), List.of()), "app");
    }

    private static List<Column> normal(List<Column> columns) {
        return normal(columns, List.of(), List.of()).tables().get(0).columns();
    }

    @SincePostgres(15)
    @Test
    void typesAreWhatTheServerReports() throws SQLException {
        List<Column> columns = IntStream.range(0, TYPES.size())
                .mapToObj(i -> Column.of("c" + i, TYPES.get(i), true))
                .toList();
        create(columns.stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", ", "create table t (", ")")));

        assertThat(normal(columns)).isEqualTo(table().columns());
    }

    @SincePostgres(15)
    @Test
    void normalTypesAreTypesOfTheServer() throws SQLException {
        create("create table t (c int)");
        List<String> normal =
                TYPES.stream().map(type -> TypeName.normal(type, "app")).toList();
        create(IntStream.range(0, normal.size())
                .mapToObj(i -> "add column c" + i + " " + normal.get(i))
                .collect(Collectors.joining(", ", "alter table t ", "")));

        assertThat(table().columns()).extracting(Column::type).containsSubsequence(normal);
    }

    @Test
    void literalsAreWhatTheServerPrints() throws SQLException {
        List<Column> columns = new ArrayList<>();
        String[] lines = """
                varchar(255)|'x'|'it''s'|''|'b\\c'|'x'::text|'x'::varchar|current_user|null
                text|'x'|'x'::character varying|('x')|now()
                char(3)|'N'|'abc'|null
                bpchar|'x'
                numeric(38,2)|0|0.00|-1|1.50|-1.5|12345678901|'5'|'-7'
                integer|0|-1|'7'|'-7'|2147483647|-2147483648|1.0|(0)
                bigint|0|-1|2147483648|-2147483649|9223372036854775807|-9223372036854775808|'5'
                smallint|0|-1|'3'
                real|0|1.5|-1.5
                double precision|0|1.5|-2.5
                boolean|true|FALSE|'t'|'no'|'on'|'1'
                timestamp(6)|now()|current_timestamp|localtimestamp(3)|'2020-01-01 10:20:30'|LOCALTIMESTAMP|clock_timestamp()
                timestamp(6) with time zone|current_timestamp|CURRENT_TIMESTAMP(6)|now()
                date|current_date|'2020-01-31'
                time(6)|localtime|'10:20:30'|current_time
                uuid|gen_random_uuid()|'00000000-0000-0000-0000-00000000000a'
                json|'{"a": 1}'|'[]'
                jsonb|'{}'|'[]'|'{}'::jsonb
                varchar(255)[]|'{}'
                char(1)[]|'{}'
                timestamp(6)[]|'{}'
                integer[]|'{}'
                text[]|'{}'|'{}'::text[]""".split("\n", -1);
        for (String line : lines) {
            String[] parts = line.split("\\|", -1);
            for (int i = 1; i < parts.length; i++) {
                columns.add(Column.of("c" + columns.size(), parts[0], true).withDefaultValue(Expression.of(parts[i])));
            }
        }
        create(columns.stream()
                .map(column -> column.name() + " " + column.type() + " default " + column.defaultValue())
                .collect(Collectors.joining(", ", "create table t (", ")")));

        assertThat(normal(columns)).isEqualTo(table().columns());
    }

    @Test
    void checksOfHibernateAreValueSets() throws SQLException {
        List<String> checks = List.of(
                "v in ('A','B')",
                "v in ('A')",
                "v in ('A','B') or v is null",
                "(v in ('it''s','b\\c'))",
                "x in ('A','B')",
                "x in ('A')",
                "c in ('Y','N')",
                "c in ('Y')",
                "s between 0 and 3",
                "i between 0 and 3",
                "b between -1 and 3",
                "s in (0,1)",
                "s in (0,1) or s is null",
                "i in (-1,7)",
                "b in (0,12345678901)",
                "n in (0,1)",
                "s in (7)",
                "\"select\" in ('A','B')",
                "\"Q q\" in ('A','B')",
                "größe in ('A','B')",
                "v not in ('A','B')",
                "d in ('A','B')");
        create("create table t (v varchar(9), x text, c char(1), s smallint, i integer, b bigint, n numeric(10,2),"
                + " \"select\" varchar(9), \"Q q\" text, größe varchar(9), d code, "
                + checks.stream().map(check -> "check (" + check + ")").collect(Collectors.joining(", "))
                + ")");
        List<Constraint> constraints = checks.stream()
                .map(check -> (Constraint) CheckConstraint.of(ConstraintName.unnamed(), Expression.of(check)))
                .toList();

        assertThat(normal(List.of(), constraints, List.of()).tables().get(0).constraints(CheckConstraint.class))
                .extracting(CheckConstraint::expression)
                .containsExactlyInAnyOrderElementsOf(table().constraints(CheckConstraint.class).stream()
                        .map(CheckConstraint::expression)
                        .toList());
    }

    @Test
    void aCheckThatIsPutBackIsPrintedAsBefore() throws SQLException {
        create(
                "create table t (v varchar(9), w varchar(9), f boolean, check (v in ('B','A')), check (w not in ('A','B')),"
                        + " check (v in ('A','B') and f), check (v in ('A') or w in ('C','D') and w <> 'x'))");
        String definitions = "select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'app.t'::regclass"
                + " order by 1";
        List<String> before = DATABASE.query(definitions);
        for (CheckConstraint check : table().constraints(CheckConstraint.class)) {
            create(
                    "alter table t drop constraint " + check.name(),
                    "alter table t add constraint " + check.name() + " check (" + check.expression() + ")");
        }

        assertThat(DATABASE.query(definitions)).isEqualTo(before);
    }

    @Test
    void columnDefinitionsAreTakenApart() throws SQLException {
        List<String> definitions = List.of(
                "varchar(33) default 'q' not null collate \"C\"",
                "bigint generated always as identity",
                "bigint generated by default as identity (start with 7)",
                "numeric(10,2) generated always as (100 * 2) stored",
                "integer not null check (c4 between 1 and 9)",
                "varchar(9) unique",
                "bigserial primary key",
                "serial",
                "timestamp with time zone default now() not null",
                "bigint references t (c6) on delete set null deferrable",
                "varchar(9) default 'not null' constraint named check (c10 in ('a', 'not null'))",
                "int default (1 + 2) null");
        List<Column> columns = IntStream.range(0, definitions.size())
                .mapToObj(i -> Column.of("c" + i, definitions.get(i), true))
                .toList();
        create(columns.stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", ", "create table t (", ")")));
        Schema model = normal(columns, List.of(), List.of());
        Schema stored = read();
        Table table = stored.tables().get(0);

        List<Column> expected = new ArrayList<>(table.columns());
        List<Column> actual = new ArrayList<>(model.tables().get(0).columns());
        assertThat(actual.remove(11).defaultValue()).hasToString("(1 + 2)");
        assertThat(actual.remove(3).generated()).hasToString("GeneratedValue[expression=100 * 2, stored=true]");
        expected.remove(11);
        expected.remove(3);
        assertThat(actual).isEqualTo(expected);
        assertThat(model.sequences()).containsExactlyInAnyOrderElementsOf(stored.sequences());
        Schema named = new PostgresCanonicalizer().nameConstraints(model, new Catalog(Schema.empty(), List.of(), 18));
        assertThat(texts(named.tables().get(0))).containsExactlyInAnyOrderElementsOf(texts(table));
    }

    private static List<String> texts(Table table) {
        return table.constraints().stream()
                .map(constraint -> constraint
                        .withName(ConstraintName.of(constraint.name().text()))
                        .toString())
                .toList();
    }

    @Test
    void namesAreChosenAsTheServerChoosesThem() throws SQLException {
        String table = "a_rather_long_table_name_for_bookings_of_rooms_in_größeren_häusern_x";
        String column = "another_long_column_name_that_says_what_it_is_and_then_some_more";
        create("create table t (email varchar(9) unique, a int, b int check (b > 0), "
                + "check (a > b), check (a > 7), check (A < 9), unique (a, b), unique (b, a), primary key (a),"
                + " foreign key (a) references t, foreign key (b, a) references t (b, a))");
        create("create table t_a_b_key1 (a int)");
        create("create table " + table + " (" + column + " int primary key, unique (" + column + ") include (b), b int,"
                + " foreign key (" + column + ") references " + table + ")");
        create("create index on t (a, lower(email), a)", "create index on " + table + " (" + column + ")");
        Schema stored = read();
        Schema model = stored.mapTables(named -> named.withConstraints(named.constraints().stream()
                        .map(constraint -> constraint.withName(ConstraintName.unnamed()))
                        .toList())
                .withIndexes(named.indexes().stream()
                        .map(index -> index.withName(ConstraintName.unnamed()))
                        .toList()));

        Schema named = new PostgresCanonicalizer().nameConstraints(model, new Catalog(Schema.empty(), List.of(), 18));
        assertThat(named.tables()).allSatisfy(some -> {
            Table same = stored.table(some.name()).orElseThrow();
            assertThat(names(some)).containsExactlyInAnyOrderElementsOf(names(same));
        });
    }

    private static List<String> names(Table table) {
        List<String> names = new ArrayList<>(
                table.constraints().stream().map(key -> key.name().text()).toList());
        table.indexes().forEach(index -> names.add(index.name().text()));
        return names;
    }

    @SincePostgres(15)
    @Test
    void textBehindAnIndexBecomesItsParts() throws SQLException {
        create(
                "create table t (a int, b int, c int)",
                "create index i1 on t (a) INCLUDE (b, c) WITH (fillfactor = 70) WHERE b in (2, 1)",
                "create unique index i2 on t (b desc) nulls not distinct");
        Index first = new Index(
                ConstraintName.of("i1"),
                false,
                List.of(IndexKey.column("a")),
                "btree",
                List.of(),
                true,
                null,
                "INCLUDE (b, c) WITH (fillfactor = 70) WHERE b in (2, 1)");
        Index second = new Index(
                ConstraintName.of("i2"),
                true,
                List.of(IndexKey.descending("b")),
                "btree",
                List.of(),
                true,
                null,
                "nulls not distinct");

        assertThat(normal(List.of(), List.of(), List.of(first, second))
                        .tables()
                        .get(0)
                        .indexes())
                .isEqualTo(table().indexes());
    }

    @Test
    void longNamesAreCutAsTheServerCutsThem() throws SQLException {
        String longName = "ä".repeat(40);
        create("create table " + longName + "(" + longName + " int)");
        Schema stored = read();
        Table model = new Table(
                ObjectName.of("app", longName), List.of(Column.of(longName, "int", true)), List.of(), List.of(), "");

        Schema normal = new PostgresCanonicalizer()
                .normalize(
                        new Schema(
                                List.of("app"),
                                List.of(model),
                                List.of(Sequence.of(ObjectName.of(longName + "x"), 1, 1))),
                        "app");
        assertThat(normal.tables()).isEqualTo(stored.tables());
        assertThat(normal.namespaces()).isEmpty();
        assertThat(normal.sequences().get(0).name().name()).isEqualTo("ä".repeat(31));
    }
}
