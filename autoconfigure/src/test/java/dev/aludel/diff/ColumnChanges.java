package dev.aludel.diff;

import static dev.aludel.diff.Schemas.check;
import static dev.aludel.diff.Schemas.column;
import static dev.aludel.diff.Schemas.defaulted;
import static dev.aludel.diff.Schemas.expressionIndex;
import static dev.aludel.diff.Schemas.foreignKey;
import static dev.aludel.diff.Schemas.generated;
import static dev.aludel.diff.Schemas.identity;
import static dev.aludel.diff.Schemas.index;
import static dev.aludel.diff.Schemas.key;
import static dev.aludel.diff.Schemas.partial;
import static dev.aludel.diff.Schemas.required;
import static dev.aludel.diff.Schemas.table;
import static dev.aludel.diff.Schemas.unique;

import dev.aludel.schema.Expression;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Identity;
import java.util.List;

/** What happens to columns. */
final class ColumnChanges {

    private ColumnChanges() {}

    static List<Change> all() {
        return List.of(
                Change.of(
                                "columns come and go with all that stands on them",
                                table(
                                        "users",
                                        identity("id"),
                                        column("nick", "text"),
                                        column("age", "integer"),
                                        key("users_pkey", "id"),
                                        unique("uk_nick", "nick"),
                                        check("ck", "age > 0 and nick <> ''"),
                                        index("ix_age", "age", "nick")),
                                table(
                                        "users",
                                        identity("id"),
                                        column("email", "varchar(255)"),
                                        defaulted("points", "integer", "7").withNullable(false),
                                        key("users_pkey", "id"),
                                        unique("uk_email", "email"),
                                        check("ck", "points > 0"),
                                        index("ix_points", "points")))
                        .filledBy("insert into users (nick, age) values ('a', 1), ('b', 2)")
                        .keeping("select sum(id) from users", "3"),
                Change.of(
                                "a type changes under a check, a default, indexes, a generated column and a foreign key",
                                List.of(
                                        table("kinds", required("code", "varchar(20)"), key("kinds_pkey", "code")),
                                        table(
                                                "things",
                                                defaulted("kind", "varchar(20)", "'a'"),
                                                generated("loud", "varchar(30)", "upper(kind)"),
                                                check("ck_kind", "kind in ('a', 'b')"),
                                                unique("uk_loud", "loud"),
                                                unique("uk_kind", "kind"),
                                                index("ix_kind", "kind"),
                                                expressionIndex("ix_lower", "lower(kind)"),
                                                partial("ix_partial", "loud", "kind <> 'b'"),
                                                foreignKey("fk_kind", "kind", "kinds", "code"))),
                                List.of(
                                        table("kinds", required("code", "text"), key("kinds_pkey", "code")),
                                        table(
                                                "things",
                                                defaulted("kind", "text", "'a'"),
                                                generated("loud", "varchar(30)", "upper(kind)"),
                                                check("ck_kind", "kind in ('a', 'b')"),
                                                unique("uk_loud", "loud"),
                                                unique("uk_kind", "kind"),
                                                index("ix_kind", "kind"),
                                                expressionIndex("ix_lower", "lower(kind)"),
                                                partial("ix_partial", "loud", "kind <> 'b'"),
                                                foreignKey("fk_kind", "kind", "kinds", "code"))))
                        .filledBy(
                                "insert into kinds values ('a'), ('b')",
                                "insert into things (kind) values ('a'), ('b')")
                        .keeping("select string_agg(kind || loud, ',' order by kind) from things", "aA,bB"),
                Change.of(
                                "a type changes where PostgreSQL does not cast by itself",
                                table(
                                        "t",
                                        defaulted("a", "varchar(255)", "'1'"),
                                        column("b", "boolean"),
                                        column("c", "text"),
                                        column("d", "varchar(36)"),
                                        column("e", "integer")),
                                table(
                                        "t",
                                        defaulted("a", "integer", "1"),
                                        column("b", "smallint"),
                                        column("c", "jsonb"),
                                        column("d", "uuid"),
                                        column("e", "boolean")))
                        .filledBy("insert into t values ('42', true, '{}', '00000000-0000-0000-0000-000000000001', 1)")
                        .keeping(
                                "select a::text || c::text || d::text from t",
                                "42{}00000000-0000-0000-0000-000000000001"),
                Change.of(
                        "a type changes between kinds that have no cast at all",
                        table(
                                "t",
                                required("id", "bigint").withIdentity(Identity.ALWAYS),
                                column("at", "date"),
                                column("n", "integer"),
                                column("tags", "text[]"),
                                key("t_pkey", "id")),
                        table(
                                "t",
                                required("id", "uuid"),
                                column("at", "integer"),
                                column("n", "timestamp(6) without time zone"),
                                column("tags", "bigint"),
                                key("t_pkey", "id"))),
                Change.of(
                                "a large object becomes text",
                                table("notes", column("body", "oid"), column("data", "text")),
                                table("notes", column("body", "text"), column("data", "oid")))
                        .filledBy("insert into notes values (lo_from_bytea(0, 'häh'), 'x')")
                        .keeping(
                                "select case pg_typeof(body)::text when 'text' then body::text"
                                        + " else convert_from(lo_get(body::text::oid), 'UTF8') end from notes",
                                "häh"),
                Change.of(
                        "nullability, default, comment and collation change",
                        table(
                                "t",
                                column("a", "text"),
                                required("b", "text").withComment("it's old"),
                                defaulted("c", "integer", "1"),
                                column("d", "varchar(5)").withCollation("C"),
                                column("e", "integer"),
                                column("f", "text"),
                                index("ix_d", "d"),
                                check("ck_f", "f > 'a'")),
                        table(
                                "t",
                                required("a", "text"),
                                column("b", "text"),
                                defaulted("c", "integer", "2").withComment("it's \\ new"),
                                column("d", "varchar(5)"),
                                defaulted("e", "integer", "3").withNullable(false),
                                column("f", "text").withCollation("C"),
                                index("ix_d", "d"),
                                check("ck_f", "f > 'a'"))),
                Change.of(
                                "an identity comes",
                                table("t", required("id", "integer"), key("t_pkey", "id")),
                                table("t", identity("id"), key("t_pkey", "id")))
                        .filledBy("insert into t values (41)")
                        .keeping("select max(id) from t", "41"),
                Change.of(
                        "an identity changes its kind",
                        table("t", identity("id")),
                        table("t", identity("id").withIdentity(Identity.ALWAYS))),
                Change.of(
                                "a generated column becomes plain",
                                table(
                                        "t",
                                        column("a", "integer"),
                                        generated("b", "integer", "a * 2"),
                                        unique("uk", "b"),
                                        index("ix", "b", "a")),
                                table(
                                        "t",
                                        column("a", "integer"),
                                        required("b", "bigint"),
                                        unique("uk", "b"),
                                        index("ix", "b", "a")))
                        .filledBy("insert into t values (1), (2)")
                        .keeping("select sum(b) from t", "6"),
                Change.of(
                                "a virtual column becomes plain",
                                table(
                                        "t",
                                        column("a", "integer"),
                                        column("b", "integer")
                                                .withGenerated(new GeneratedValue(Expression.of("a * 2"), false))),
                                table(
                                        "t",
                                        column("a", "integer"),
                                        defaulted("b", "integer", "0")
                                                .withNullable(false)
                                                .withComment("x")))
                        .filledBy("insert into t values (1), (2)")
                        .keeping("select sum(b) from t", "6")
                        .since(18),
                Change.of(
                                "a generated column is computed from other columns, one of which is new",
                                table(
                                        "t",
                                        column("a", "integer"),
                                        column("b", "integer"),
                                        generated("c", "integer", "a + b")),
                                table(
                                        "t",
                                        column("a", "bigint"),
                                        defaulted("d", "integer", "5"),
                                        generated("c", "bigint", "a + d"),
                                        generated("e", "text", "'a'")))
                        .filledBy("insert into t values (1, 2)"),
                Change.of(
                        "a generated column goes with the column it is computed from",
                        table("t", column("a", "integer"), generated("c", "integer", "a + 1"), index("ix", "c")),
                        table("t", column("x", "integer"))));
    }
}
