package dev.aludel.diff.adoption;

import static dev.aludel.diff.Schemas.check;
import static dev.aludel.diff.Schemas.column;
import static dev.aludel.diff.Schemas.defaulted;
import static dev.aludel.diff.Schemas.index;
import static dev.aludel.diff.Schemas.key;
import static dev.aludel.diff.Schemas.name;
import static dev.aludel.diff.Schemas.owned;
import static dev.aludel.diff.Schemas.schema;
import static dev.aludel.diff.Schemas.sequence;
import static dev.aludel.diff.Schemas.table;
import static dev.aludel.diff.Schemas.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.diff.Diff;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a mapping does not say makes no difference. */
class AdoptionTests {

    @Test
    void takesTheNamesThatNobodyChoseFromTheDatabase() {
        Schema model = schema(table(
                "t",
                column("a", "text"),
                implicit(unique("UK123", "a")),
                unnamed(check("", "a <> ''")),
                index("IDX1", "a").withName(ConstraintName.implicit("IDX1"))));
        Schema database = schema(table(
                "t", column("a", "text"), unique("t_a_key", "a"), check("t_a_check", "a <> ''"), index("ix", "a")));

        assertThat(difference(model, database)).isEmpty();
    }

    @Test
    void neverComparesTheNameOfAPrimaryKey() {
        assertThat(difference(
                        schema(table("t", column("a", "text"), key("t_pkey", "a"))),
                        schema(table("t", column("a", "text"), key("pk_by_hand", "a")))))
                .isEmpty();
        assertThat(difference(
                        schema(table("t", column("a", "text"), key("t_pkey", "a"))),
                        schema(table("t", column("a", "text"), column("b", "text"), key("t_pkey", "a", "b")))))
                .isNotEmpty();
    }

    @Test
    void insistsOnAChosenName() {
        assertThat(difference(
                        schema(table("t", column("a", "text"), unique("uk_a", "a"))),
                        schema(table("t", column("a", "text"), unique("t_a_key", "a")))))
                .containsExactly("drop constraint t.t_a_key: unique (a)", "add constraint t.uk_a: unique (a)");
    }

    @Test
    void usesEachOfTheDatabasesOnce() {
        Schema model =
                schema(table("t", column("a", "text"), implicit(unique("UK1", "a")), implicit(unique("UK2", "a"))));
        Schema database = schema(table("t", column("a", "text"), unique("x", "a")));

        assertThat(difference(model, database)).containsExactly("add constraint t.UK2: unique (a)");
    }

    @Test
    void takesNoNameThatAnotherHasOfItsOwnAccord() {
        Schema model = schema(table("t", column("a", "text"), implicit(unique("UK1", "a")), unique("x", "a")));
        Schema database = schema(table("t", column("a", "text"), unique("x", "a"), unique("y", "a")));

        assertThat(difference(model, database)).isEmpty();
    }

    @Test
    void prefersTheSameName() {
        Schema model =
                schema(table("t", column("a", "text"), implicit(unique("UK1", "a")), implicit(unique("x", "a"))));
        Schema database = schema(table("t", column("a", "text"), unique("x", "a")));

        assertThat(difference(model, database)).containsExactly("add constraint t.UK1: unique (a)");
    }

    @Test
    void leavesANameToTheOneThatNeedsIt() {
        Schema model = schema(table(
                "t", column("a", "text"), column("b", "text"), implicit(unique("x", "a")), implicit(unique("y", "b"))));
        Schema database = schema(table("t", column("a", "text"), column("b", "text"), unique("x", "b")));

        assertThat(difference(model, database))
                .containsExactly(
                        "drop constraint t.x: unique (b)",
                        "add constraint t.x: unique (a)",
                        "add constraint t.y: unique (b)");
    }

    @Test
    void takesTheLimitsAndTheOwnerOfASequence() {
        Sequence.Options options = new Sequence.Options("integer", 1, 99, 5, true);
        Sequence existing = sequence("s", 1, 50).withOptions(options, new Sequence.Owner(name("t"), "id"));
        Schema database = schema(table("t", column("id", "bigint"))).withSequences(List.of(existing));

        assertThat(difference(database.withSequences(List.of(sequence("s", 1, 50))), database))
                .isEmpty();
        assertThat(difference(database.withSequences(List.of(sequence("s", 1, 20))), database))
                .containsExactly("alter sequence s: increment 50 -> 20");
    }

    @Test
    void keepsTheSequenceThatADefaultOfTheModelUses() {
        Schema model = schema(table("t", defaulted("id", "bigint", "nextval('t_id_seq'::regclass)")));

        assertThat(difference(model, model.withSequences(List.of(owned("t_id_seq", "t", "id")))))
                .isEmpty();
    }

    private static List<String> difference(Schema model, Schema database) {
        return Diff.between(database, Adoption.adopt(model, database)).stream()
                .map(Operation::describe)
                .toList();
    }

    private static Constraint implicit(Constraint constraint) {
        return constraint.withName(ConstraintName.implicit(constraint.name().text()));
    }

    private static Constraint unnamed(Constraint constraint) {
        return constraint.withName(ConstraintName.unnamed());
    }
}
