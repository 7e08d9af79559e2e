package dev.aludel.diff;

import static dev.aludel.diff.Schemas.check;
import static dev.aludel.diff.Schemas.column;
import static dev.aludel.diff.Schemas.foreignKey;
import static dev.aludel.diff.Schemas.generated;
import static dev.aludel.diff.Schemas.identity;
import static dev.aludel.diff.Schemas.index;
import static dev.aludel.diff.Schemas.key;
import static dev.aludel.diff.Schemas.partial;
import static dev.aludel.diff.Schemas.required;
import static dev.aludel.diff.Schemas.schema;
import static dev.aludel.diff.Schemas.sequence;
import static dev.aludel.diff.Schemas.table;
import static dev.aludel.diff.Schemas.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Column;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiffTests {

    private static final Table USERS =
            table("users", identity("id"), column("email", "varchar(255)"), key("users_pkey", "id"));

    @Test
    void findsNothingBetweenEqualSchemas() {
        Schema schema = schema(USERS).withSequences(List.of(sequence("s", 1, 50)));

        assertThat(Diff.between(schema, schema)).isEmpty();
        assertThat(Diff.between(Schema.empty(), Schema.empty())).isEmpty();
    }

    @Test
    void doesNotCompareTheOrderOfColumns() {
        List<Column> columns = List.of(column("email", "varchar(255)"), identity("id"));

        assertThat(Diff.between(schema(USERS), schema(USERS.withColumns(columns))))
                .isEmpty();
    }

    @Test
    void addsChangesAndDropsColumns() {
        Column email = column("email", "varchar(255)");
        Column name = required("name", "text");

        assertThat(Diff.between(
                        schema(table("t", email, column("x", "text"))),
                        schema(table("t", email.withNullable(false), name))))
                .containsExactly(
                        new AddColumn(Schemas.name("t"), name),
                        new AlterColumn(Schemas.name("t"), email, email.withNullable(false)),
                        new DropColumn(Schemas.name("t"), column("x", "text")));
    }

    @Test
    void createsTablesThatReferToEachOtherBeforeTheirForeignKeys() {
        assertPlan(
                schema(),
                schema(
                        table("audit.b", identity("id"), foreignKey("fk_b", "id", "a", "id"), index("ix", "id")),
                        table("a", identity("id"), foreignKey("fk_a", "id", "audit.b", "id"))),
                "create schema audit",
                "create table a",
                "create table audit.b",
                "create index audit.b.ix (id)",
                "add constraint a.fk_a: foreign key (id) references audit.b (id)",
                "add constraint audit.b.fk_b: foreign key (id) references a (id)");
    }

    @Test
    void takesDownWhatStandsOnAColumnWhoseTypeChangesAndPutsItBack() {
        assertPlan(
                schema(table(
                        "t",
                        column("a", "varchar(9)"),
                        generated("g", "text", "upper(a)"),
                        check("ck", "a <> 'b'"),
                        check("other", "g <> 'a'::text"),
                        index("plain", "a"),
                        unique("uk", "a"),
                        partial("partial", "g", "a <> ''"))),
                schema(table(
                        "t",
                        column("a", "text"),
                        generated("g", "text", "upper(a)"),
                        check("ck", "a <> 'b'"),
                        check("other", "g <> 'a'::text"),
                        index("plain", "a"),
                        unique("uk", "a"),
                        partial("partial", "g", "a <> ''"))),
                "drop index t.partial (g) where a <> ''",
                "drop constraint t.other: check (g <> 'a'::text)",
                "drop constraint t.ck: check (a <> 'b')",
                "drop column t.g",
                "alter column t.a: type varchar(9) -> text",
                "add column t.g text",
                "add constraint t.ck: check (a <> 'b')",
                "add constraint t.other: check (g <> 'a'::text)",
                "create index t.partial (g) where a <> ''");
    }

    @Test
    void restoresAnUnmanagedIndexThatIsInTheWay() {
        assertUnmanaged(
                partial("by_hand", "b", "a <> ''"),
                table("t", column("a", "text"), column("b", "text")),
                "drop index t.by_hand (b) where a <> ''",
                "alter column t.a: type varchar(9) -> text",
                "create index t.by_hand (b) where a <> ''");
    }

    @Test
    void dropsAnUnmanagedIndexBeforeItsColumnSoThatTheWayBackRestoresIt() {
        assertUnmanaged(
                partial("by_hand", "b", "a <> ''"),
                table("t", column("b", "text")),
                "drop index t.by_hand (b) where a <> ''",
                "drop column t.a");
    }

    @Test
    void leavesAnUnmanagedIndexThatOnlyContainsTheNameOfADroppedColumn() {
        assertUnmanaged(
                partial("by_hand", "b", "b <> 'a' and a(b) > 0 and b::a is null and \"A\" > 0 and aa > 0"),
                table("t", column("b", "text")),
                "drop column t.a");
    }

    private static void assertUnmanaged(dev.aludel.schema.Index index, Table after, String... plan) {
        Schema database = schema(table("t", column("a", "varchar(9)"), column("b", "text"), index));
        Schema model = schema(after);

        assertThat(describe(Diff.between(Managed.of(database, List.of(), model, Set.of(), false), model)))
                .containsExactly(plan);
    }

    private static void assertPlan(Schema before, Schema after, String... plan) {
        assertThat(describe(Diff.between(before, after))).containsExactly(plan);
    }

    private static List<String> describe(List<Operation> plan) {
        return plan.stream().map(Operation::describe).toList();
    }
}
