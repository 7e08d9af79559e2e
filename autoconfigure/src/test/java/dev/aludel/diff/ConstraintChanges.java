package dev.aludel.diff;

import static dev.aludel.diff.Schemas.check;
import static dev.aludel.diff.Schemas.column;
import static dev.aludel.diff.Schemas.foreignKey;
import static dev.aludel.diff.Schemas.identity;
import static dev.aludel.diff.Schemas.index;
import static dev.aludel.diff.Schemas.key;
import static dev.aludel.diff.Schemas.name;
import static dev.aludel.diff.Schemas.partial;
import static dev.aludel.diff.Schemas.required;
import static dev.aludel.diff.Schemas.table;
import static dev.aludel.diff.Schemas.unique;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.Validity;
import java.util.List;

/** What happens to constraints and indexes. */
final class ConstraintChanges {

    private ConstraintChanges() {}

    static List<Change> all() {
        return List.of(
                Change.of(
                                "a primary key changes that a foreign key refers to",
                                List.of(
                                        table(
                                                "a",
                                                required("id", "bigint"),
                                                required("code", "text"),
                                                key("a_pkey", "id"),
                                                unique("uk", "code")),
                                        table("b", column("a_id", "bigint"), foreignKey("fk", "a_id", "a", "id"))),
                                List.of(
                                        table(
                                                "a",
                                                required("id", "bigint"),
                                                required("code", "text"),
                                                key("a_pkey", "code"),
                                                unique("uk", "id")),
                                        table("b", column("a_id", "bigint"), foreignKey("fk", "a_id", "a", "id"))))
                        .filledBy("insert into a values (1, 'x')", "insert into b values (1)")
                        .keeping("select a_id from b", "1"),
                Change.of(
                        "a primary key gets a column, and the foreign key with it",
                        List.of(
                                table("a", identity("id"), key("a_pkey", "id")),
                                table("b", column("a_id", "bigint"), foreignKey("fk", "a_id", "a", "id"))),
                        List.of(
                                table(
                                        "a",
                                        identity("id"),
                                        required("tenant", "integer"),
                                        key("a_pkey", "tenant", "id")),
                                table(
                                        "b",
                                        column("a_id", "bigint"),
                                        column("a_tenant", "integer"),
                                        ForeignKey.of(
                                                ConstraintName.of("fk"),
                                                List.of("a_id", "a_tenant"),
                                                name("a"),
                                                List.of("id", "tenant"))))),
                Change.of(
                        "a primary key goes, and its column may be null",
                        table("a", required("id", "bigint"), key("a_pkey", "id")),
                        table("a", column("id", "bigint"))),
                Change.of(
                        "constraints swap their names",
                        table(
                                "t",
                                column("a", "integer"),
                                column("b", "integer"),
                                unique("one", "a"),
                                unique("two", "b"),
                                check("c1", "a > 0"),
                                check("c2", "b > 0"),
                                index("i1", "a", "b"),
                                index("i2", "b", "a")),
                        table(
                                "t",
                                column("a", "integer"),
                                column("b", "integer"),
                                unique("two", "a"),
                                unique("one", "b"),
                                check("c2", "a > 0"),
                                check("c1", "b > 0"),
                                index("i2", "a", "b"),
                                index("i1", "b", "a"))),
                Change.of(
                        "constraints and indexes move to another table",
                        List.of(
                                table("t", column("a", "integer"), unique("u", "a"), index("i", "a"), key("k", "a"))
                                        .withColumns(List.of(required("a", "integer"))),
                                table("s", required("a", "integer"))),
                        List.of(
                                table("t", required("a", "integer")),
                                table(
                                        "s",
                                        required("a", "integer"),
                                        unique("u", "a"),
                                        index("i", "a"),
                                        key("k", "a")))),
                Change.of(
                        "a constraint becomes one of another kind",
                        table(
                                "t",
                                column("a", "integer"),
                                column("b", "integer"),
                                unique("x", "a"),
                                check("y", "b > 0"),
                                index("z", "b")),
                        table(
                                "t",
                                column("a", "integer"),
                                column("b", "integer"),
                                check("x", "a > 0"),
                                unique("y", "b"),
                                unique("z", "a"))),
                Change.of(
                        "a foreign key changes its actions and its target",
                        List.of(
                                table("a", identity("id"), key("a_pkey", "id")),
                                table("b", identity("id"), key("b_pkey", "id")),
                                table(
                                        "c",
                                        column("x", "bigint"),
                                        column("y", "bigint"),
                                        foreignKey("fk_x", "x", "a", "id"),
                                        foreignKey("fk_y", "y", "a", "id"))),
                        List.of(
                                table("a", identity("id"), key("a_pkey", "id")),
                                table("b", identity("id"), key("b_pkey", "id")),
                                table(
                                        "c",
                                        column("x", "bigint"),
                                        column("y", "bigint"),
                                        new ForeignKey(
                                                ConstraintName.of("fk_x"),
                                                List.of("x"),
                                                name("a"),
                                                List.of("id"),
                                                ForeignKey.Action.CASCADE,
                                                ForeignKey.Action.SET_NULL,
                                                "deferrable initially deferred"),
                                        foreignKey("fk_y", "y", "b", "id")))),
                Change.of(
                                "the columns on both sides of a foreign key change their type",
                                List.of(
                                        table(
                                                "a",
                                                required("id", "integer"),
                                                column("parent", "integer"),
                                                key("a_pkey", "id"),
                                                foreignKey("fk_p", "parent", "a", "id")),
                                        table("b", column("a_id", "integer"), foreignKey("fk", "a_id", "a", "id"))),
                                List.of(
                                        table(
                                                "a",
                                                required("id", "text"),
                                                column("parent", "text"),
                                                key("a_pkey", "id"),
                                                foreignKey("fk_p", "parent", "a", "id")),
                                        table("b", column("a_id", "text"), foreignKey("fk", "a_id", "a", "id"))))
                        .filledBy("insert into a values (1, 1)", "insert into b values (1)"),
                Change.of(
                        "a foreign key stands on a unique index that changes",
                        List.of(
                                table("a", required("x", "integer"), uniqueIndex("ix", IndexKey.column("x"))),
                                table("b", column("x", "integer"), foreignKey("fk", "x", "a", "x"))),
                        List.of(
                                table("a", required("x", "integer"), uniqueIndex("ix", IndexKey.descending("x"))),
                                table("b", column("x", "integer"), foreignKey("fk", "x", "a", "x")))),
                Change.of(
                                "indexes of every form",
                                table("t", column("a", "text"), column("b", "integer"), column("c", "jsonb")),
                                table(
                                        "t",
                                        column("a", "text"),
                                        column("b", "integer"),
                                        column("c", "jsonb"),
                                        new Index(
                                                ConstraintName.of("i1"),
                                                true,
                                                List.of(
                                                        IndexKey.descending("a"),
                                                        new IndexKey(Expression.of("b"), true, false, true, ""),
                                                        new IndexKey(
                                                                Expression.of("lower(a)"), false, true, false, "")),
                                                "btree",
                                                List.of("c"),
                                                false,
                                                Expression.of("b > 0"),
                                                "with (fillfactor='70')"),
                                        new Index(
                                                ConstraintName.of("i2"),
                                                false,
                                                List.of(new IndexKey(
                                                        Expression.of("c"), true, false, false, "jsonb_path_ops")),
                                                "gin",
                                                List.of(),
                                                true,
                                                null,
                                                ""),
                                        new Index(
                                                ConstraintName.of("i3"),
                                                false,
                                                List.of(new IndexKey(
                                                        Expression.of("a"),
                                                        true,
                                                        false,
                                                        false,
                                                        "collate \"C\" text_pattern_ops")),
                                                "btree",
                                                List.of(),
                                                true,
                                                null,
                                                ""),
                                        partial("i4", "b", "a is not null"),
                                        new UniqueConstraint(
                                                ConstraintName.of("u1"), List.of("a", "b"), false, "deferrable")))
                        .since(15),
                Change.of(
                                "a check that is not validated comes and goes with its table",
                                List.of(
                                        table("a", column("x", "integer"), notValid("ck")),
                                        table("b", column("x", "integer"))),
                                List.of(table("b", column("x", "integer"), notValid("ck"))))
                        .filledBy("insert into b values (-1)"));
    }

    private static Index uniqueIndex(String name, IndexKey key) {
        return Index.of(ConstraintName.of(name), true, List.of(key));
    }

    private static CheckConstraint notValid(String name) {
        return new CheckConstraint(ConstraintName.of(name), Expression.of("x > 0"), "", Validity.NOT_VALID);
    }
}
