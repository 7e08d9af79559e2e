package dev.aludel.dialect.postgresql.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.postgresql.text.ReservedColumns;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ForeignKey.Action;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableOptions;
import dev.aludel.schema.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresCanonicalizerTests {

    private static final PostgresCanonicalizer CANONICALIZER = new PostgresCanonicalizer();

    private static Schema normal(Table... tables) {
        return CANONICALIZER.normalize(new Schema(List.of(), List.of(tables), List.of()), "app");
    }

    private static Table table(List<Column> columns, Constraint... constraints) {
        return new Table(ObjectName.of("t"), columns, List.of(constraints), List.of(), null);
    }

    private static Column normal(Column column) {
        return normal(table(List.of(column))).tables().get(0).columns().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "character varying(255) | varchar(255)",
                "VARCHAR (255)          | varchar(255)",
                "varchar(255) array     | varchar(255)[]",
                "integer[3][3]          | integer[]",
                "float(53)              | double precision",
                "float4                 | real",
                "decimal(38,2)          | numeric(38,2)",
                "numeric(9)             | numeric(9,0)",
                "timestamptz(6)         | timestamp(6) with time zone",
                "timestamp(6) without time zone | timestamp(6)",
                "character              | char(1)",
                "interval second(6)     | interval second(6)",
                "app.mood               | mood",
                "audit.\"Mood\"         | audit.\"Mood\"",
                "\"mood\"               | mood",
                "geometry(Point,4326)   | geometry(Point,4326)"
            })
    void writesTypesShort(String type, String normal) {
        assertThat(normal(Column.of("c", type, true)).type()).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "varchar(255) | 'x'              | 'x'::character varying",
                "bigint       | 0                | 0",
                "bigint       | -1               | '-1'::integer",
                "bigint       | 3000000000       | '3000000000'::bigint",
                "boolean      | 'T'              | true",
                "timestamp(6) | current_timestamp | CURRENT_TIMESTAMP",
                "uuid         | GEN_RANDOM_UUID() | gen_random_uuid()",
                "varchar(9)   | concat('a', 'b') | concat('a', 'b')",
                "mood         | 'ok'             | 'ok'",
                "numeric(9,2) | 007              | 007",
                "interval     | '1 day'          | '1 day'"
            })
    void knowsWhatTheServerPrintsForALiteralAndLeavesTheRestAlone(String type, String declared, String printed) {
        Column column = Column.of("c", type, true).withDefaultValue(Expression.of(declared));

        assertThat(normal(column).defaultValue())
                .isEqualTo(Expression.of(printed))
                .hasToString(declared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "(NULL)", "null::varchar"})
    void takesANullForNoDefault(String declared) {
        assertThat(normal(Column.of("c", "varchar(9)", true).withDefaultValue(Expression.of(declared)))
                        .defaultValue())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "status in ('B','A')                     | status in ('A', 'B')",
                "(STATUS IN ('A', 'B', 'A'))             | status in ('A', 'B')",
                "status = 'A'                            | status in ('A')",
                "((status)::text = ANY ((ARRAY['B'::character varying, 'A'::character varying])::text[])) | status in ('A', 'B')",
                "((status)::text = ANY (ARRAY[('A'::character varying)::text, ('B'::character varying)::text])) | status in ('A', 'B')",
                "((level >= 0) AND (level <= 3))         | level between 0 and 3",
                "(level<=3) and (level>=0)               | level between 0 and 3",
                "x in (10, 9, -1)                        | x in (-1, 9, 10)",
                "(status in ('A')) or (status is null)   | status in ('A') or status is null",
                "status in ('A') or other is null        | status in ('A') or other is null",
                "status in ('A','B') and other > 0       | status in ('A','B') and other > 0",
                "lower(status) in ('a')                  | lower(status) in ('a')",
                "\"Status\" in ('A')                     | \"Status\" in ('A')"
            })
    void takesAnEnumsCheckForItsSetOfValues(String declared, String normal) {
        Table table = table(List.of(), CheckConstraint.of(ConstraintName.unnamed(), Expression.of(declared)));

        assertThat(normal(table)
                        .tables()
                        .get(0)
                        .constraints(CheckConstraint.class)
                        .get(0)
                        .expression()
                        .normal())
                .isEqualTo(normal);
    }

    @Test
    void keepsKeyAndIdentityColumnsFromBeingNullable() {
        Schema normal = normal(table(
                List.of(Column.of("a", "int", true), Column.of("b", "bigint generated always as identity", true)),
                new PrimaryKey(ConstraintName.unnamed(), List.of("a"))));

        assertThat(normal.tables().get(0).columns()).noneMatch(Column::nullable);
    }

    @Test
    void leavesTheOwnSchemaAwayWhereverItIsNamed() {
        Table target = new Table(
                ObjectName.of("app", "p"), List.of(Column.of("id", "int", false)), List.of(), List.of(), null);
        ForeignKey key = new ForeignKey(
                ConstraintName.of("fk"),
                List.of("a"),
                target.name(),
                List.of("id"),
                Action.CASCADE,
                Action.NO_ACTION,
                "MATCH FULL Initially Deferred");
        Schema model = new Schema(
                List.of("audit", "app"),
                List.of(target, table(List.of(Column.of("a", "int", true)), key)),
                List.of(Sequence.of(ObjectName.of("app", "s"), 1, 50)));

        Schema normal = CANONICALIZER.normalize(model, "app");
        assertThat(normal.namespaces()).containsExactly("audit");
        assertThat(normal.sequences().get(0).name()).isEqualTo(ObjectName.of("s"));
        ForeignKey normalKey = normal.tables().get(1).foreignKeys().get(0);
        assertThat(normalKey.target()).isEqualTo(ObjectName.of("p"));
        assertThat(normalKey.options()).isEqualTo("deferrable initially deferred");
        assertThat(normalKey.matchFull()).isTrue();
        assertThat(normalKey.onDelete()).isEqualTo(Action.CASCADE);
    }

    @Test
    void namesNothingTwiceAndKeepsTheNameOfWhatIsThere() {
        Table model = table(
                List.of(Column.of("email", "varchar(9)", true), Column.of("code", "varchar(9)", true)),
                UniqueConstraint.of(ConstraintName.unnamed(), List.of("email")),
                UniqueConstraint.of(ConstraintName.unnamed(), List.of("code")));
        Table stored =
                table(model.columns(), UniqueConstraint.of(ConstraintName.of("somebody_named_it"), List.of("email")));
        Table other = new Table(ObjectName.of("t_code_key"), List.of(), List.of(), List.of(), null);
        Catalog database = new Catalog(new Schema(List.of(), List.of(stored, other), List.of()), List.of(), 18);

        assertThat(CANONICALIZER
                        .nameConstraints(normal(model), database)
                        .tables()
                        .get(0)
                        .constraints())
                .extracting(constraint -> constraint.name())
                .containsExactly(ConstraintName.implicit("somebody_named_it"), ConstraintName.implicit("t_code_key1"));
    }

    @Test
    void givesTheNameOfAConstraintThatGoesToTheOneThatComes() {
        List<Column> columns = List.of(Column.of("a", "integer", false), Column.of("b", "integer", false));
        Table model = table(columns, new PrimaryKey(ConstraintName.unnamed(), List.of("a", "b")));
        Table stored = table(columns, new PrimaryKey(ConstraintName.of("t_pkey"), List.of("a")));
        Catalog database = new Catalog(new Schema(List.of(), List.of(stored), List.of()), List.of(), 18);

        assertThat(CANONICALIZER
                        .nameConstraints(normal(model), database)
                        .tables()
                        .get(0)
                        .constraints())
                .extracting(constraint -> constraint.name())
                .containsExactly(ConstraintName.implicit("t_pkey"));
    }

    @Test
    void quotesAReservedColumnInAConditionThatHibernateWroteWithoutQuotes() {
        Set<String> columns = Set.of("check", "when", "order", "name");

        assertThat(Map.of(
                        "check in ('GOOD','BAD')", "\"check\" in ('GOOD','BAD')",
                        "(order>=0) and (when between 0 and 1)", "(\"order\">=0) and (\"when\" between 0 and 1)",
                        "name in ('check in')", "name in ('check in')",
                        "case when name > '' then 1 end in (1)", "case when name > '' then 1 end in (1)"))
                .allSatisfy((declared, quoted) ->
                        assertThat(ReservedColumns.quoted(declared, columns)).isEqualTo(quoted));
    }

    @Test
    void takesTheOptionsOfAUniqueConstraintApart() {
        Table table = new Table(
                ObjectName.of("t"),
                List.of(Column.of("a", "integer", true)),
                List.of(new UniqueConstraint(
                        ConstraintName.of("u"),
                        List.of("a"),
                        true,
                        "INCLUDE (\"userName\", \"b\") Nulls NOT distinct  deferrable")),
                List.of(),
                null);

        assertThat(CANONICALIZER
                        .normalize(new Schema(List.of(), List.of(table), List.of()), "app")
                        .tables()
                        .get(0)
                        .constraints())
                .containsExactly(new UniqueConstraint(
                        ConstraintName.of("u"), List.of("a"), false, "include (\"userName\", b) deferrable"));
    }

    @Test
    void takesTheOptionsOfATableApart() {
        Table table = new Table(ObjectName.of("t"), List.of(), List.of(), List.of(), null)
                .withOptions(TableOptions.ofText(
                        "PARTITION BY range (\"Day\") With (fillfactor = 70, autovacuum_enabled) tablespace \"Fast\""));

        assertThat(CANONICALIZER
                        .normalize(new Schema(List.of(), List.of(table), List.of()), "app")
                        .tables()
                        .get(0)
                        .options())
                .isEqualTo(new TableOptions(
                        List.of("autovacuum_enabled=true", "fillfactor=70"), "Fast", "PARTITION BY range (\"Day\")"));
    }
}
