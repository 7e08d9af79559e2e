package dev.aludel.diff;

import static dev.aludel.diff.Schemas.check;
import static dev.aludel.diff.Schemas.column;
import static dev.aludel.diff.Schemas.defaulted;
import static dev.aludel.diff.Schemas.foreignKey;
import static dev.aludel.diff.Schemas.identity;
import static dev.aludel.diff.Schemas.index;
import static dev.aludel.diff.Schemas.key;
import static dev.aludel.diff.Schemas.owned;
import static dev.aludel.diff.Schemas.required;
import static dev.aludel.diff.Schemas.sequence;
import static dev.aludel.diff.Schemas.table;
import static dev.aludel.diff.Schemas.unique;

import dev.aludel.schema.Column;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import java.util.List;

/** What happens to tables, sequences and schemas. */
final class TableChanges {

    private static final Table CHICKEN = table(
            "chicken",
            identity("id"),
            column("egg_id", "bigint"),
            key("chicken_pkey", "id"),
            foreignKey("fk_egg", "egg_id", "egg", "id"));
    private static final Table EGG = table(
            "egg",
            identity("id"),
            column("chicken_id", "bigint"),
            column("egg_id", "bigint"),
            key("egg_pkey", "id"),
            foreignKey("fk_chicken", "chicken_id", "chicken", "id"),
            foreignKey("fk_self", "egg_id", "egg", "id"),
            index("ix_chicken", "chicken_id"));

    private TableChanges() {}

    private static Column numbered(String column, String sequence) {
        return defaulted(column, "bigint", "nextval('" + sequence + "'::regclass)")
                .withNullable(false);
    }

    static List<Change> all() {
        Table other = table("other", column("a", "integer"));
        return List.of(
                Change.of("tables that refer to each other come", List.of(), List.of(CHICKEN, EGG)),
                Change.of("tables that refer to each other go", List.of(CHICKEN, EGG), List.of(other))
                        .filledBy(
                                "insert into chicken default values",
                                "insert into egg (chicken_id, egg_id) values (1, 1)"),
                Change.of(
                        "the middle of a chain goes",
                        List.of(
                                table("a", identity("id"), key("a_pkey", "id")),
                                table(
                                        "b",
                                        identity("id"),
                                        column("a_id", "bigint"),
                                        key("b_pkey", "id"),
                                        foreignKey("fk_a", "a_id", "a", "id")),
                                table(
                                        "c",
                                        identity("id"),
                                        column("b_id", "bigint"),
                                        foreignKey("fk_b", "b_id", "b", "id"))),
                        List.of(
                                table("a", identity("id"), key("a_pkey", "id")),
                                table(
                                        "c",
                                        identity("id"),
                                        column("b_id", "bigint"),
                                        foreignKey("fk_b", "b_id", "a", "id")))),
                Change.of(
                        "a table gets another name and keeps those of its keys",
                        List.of(
                                table(
                                        "client",
                                        identity("id"),
                                        column("email", "text"),
                                        key("pk", "id"),
                                        unique("uk_email", "email"),
                                        check("ck", "email <> ''"),
                                        index("ix_client", "email", "id")),
                                table(
                                        "orders",
                                        column("client_id", "bigint"),
                                        foreignKey("fk", "client_id", "client", "id"))),
                        List.of(
                                table(
                                        "customer",
                                        identity("id"),
                                        column("email", "text"),
                                        key("pk", "id"),
                                        unique("uk_email", "email"),
                                        check("ck", "email <> ''"),
                                        index("ix_client", "email", "id")),
                                table(
                                        "orders",
                                        column("client_id", "bigint"),
                                        foreignKey("fk", "client_id", "customer", "id")))),
                Change.of(
                        "names are reserved, quoted, long or not English",
                        List.of(other),
                        List.of(
                                table(
                                        "user",
                                        identity("id"),
                                        column("select", "text"),
                                        column("between", "text").withComment("'"),
                                        column("Größe", "integer"),
                                        column("a \"b\" 'c'", "integer"),
                                        key("PK user", "id"),
                                        unique("order", "select", "Größe"),
                                        check("größer", "\"Größe\" > 0"),
                                        index("Ünique", "a \"b\" 'c'"),
                                        foreignKey("table", "Größe", "values", "日本語")),
                                table("values", required("日本語", "integer"), key("values_pkey", "日本語")),
                                table("b".repeat(63), identity("c".repeat(60))))),
                Change.of(
                                "quoted columns change",
                                table(
                                        "Odd \"T\"",
                                        column("A 1", "integer"),
                                        column("order", "text"),
                                        index("I x", "order"),
                                        check("C c", "\"A 1\" > 0")),
                                table(
                                        "Odd \"T\"",
                                        identity("A 1"),
                                        column("order", "varchar(9)").withComment("o'"),
                                        column("end", "text"),
                                        index("I x", "order"),
                                        check("C c", "\"A 1\" > 0")))
                        .filledBy("insert into \"Odd \"\"T\"\"\" values (5, 'x')")
                        .keeping("select \"A 1\" || \"order\" from \"Odd \"\"T\"\"\"", "5x"),
                Change.of(
                                "objects stand in several schemas",
                                List.of(table(
                                        "audit.log", identity("id"), key("log_pkey", "id"), index("ix_log", "id"))),
                                List.of(
                                        table(
                                                "audit.log",
                                                identity("id"),
                                                column("user_id", "bigint"),
                                                key("log_pkey", "id"),
                                                foreignKey("fk", "user_id", "Other x.users", "id")),
                                        table("Other x.users", identity("id"), key("users_pkey", "id")),
                                        table("log", identity("id"), foreignKey("fk", "id", "audit.log", "id"))))
                        .with(List.of(sequence("audit.s", 1, 50)), List.of(sequence("Other x.s", 10, 50))),
                Change.of(
                        "table comments change",
                        List.of(comment(other, "old"), comment(table("x"), null)),
                        List.of(comment(other, null), comment(table("x"), "it's"))),
                Change.of("sequences come, change and go", other, other)
                        .with(
                                List.of(
                                        sequence("gone", 5, 2),
                                        sequence("changed", 1, 50),
                                        sequence("limited", 3, -1)
                                                .withOptions(new Sequence.Options("integer", -5, 7, 4, true), null)),
                                List.of(sequence("changed", 7, 1), sequence("came", -3, 1), sequence("down", 3, -2))),
                Change.of(
                                "a serial column becomes an identity",
                                table("t", numbered("id", "t_id_seq"), key("t_pkey", "id")),
                                table("t", identity("id"), key("t_pkey", "id")))
                        .with(List.of(owned("t_id_seq", "t", "id")), List.of())
                        .filledBy(
                                "insert into t default values",
                                "insert into t default values",
                                "insert into t values (17)")
                        .keeping("with i as (insert into t default values returning id) select id > 17 from i", "t"),
                Change.of(
                                "serial columns come and go, with their table or without",
                                List.of(
                                        table("a", column("x", "integer"), numbered("n", "a_n_seq")),
                                        table("b", numbered("n", "b_n_seq"), key("b_pkey", "n"))),
                                List.of(
                                        table("a", column("x", "integer"), numbered("m", "a_m_seq")),
                                        table("c", numbered("n", "c_n_seq"), key("c_pkey", "n"))))
                        .with(
                                List.of(owned("a_n_seq", "a", "n"), owned("b_n_seq", "b", "n")),
                                List.of(owned("a_m_seq", "a", "m"), owned("c_n_seq", "c", "n")))
                        .filledBy("insert into a default values"),
                Change.of(
                                "a sequence is given from a column to another",
                                table("t", numbered("old", "s"), column("k", "integer")),
                                table("t", numbered("neu", "s"), column("k", "integer")))
                        .with(List.of(owned("s", "t", "old")), List.of(owned("s", "t", "neu"))),
                Change.of(
                                "a shared sequence goes, and the defaults that used it",
                                List.of(
                                        table("a", numbered("id", "numbers"), numbered("k", "numbers")),
                                        table("b", numbered("id", "numbers"))),
                                List.of(table("a", identity("id"))))
                        .with(List.of(sequence("numbers", 1, 1)), List.of()));
    }

    private static Table comment(Table table, @org.jspecify.annotations.Nullable String comment) {
        return new Table(table.name(), table.columns(), table.constraints(), table.indexes(), comment);
    }
}
