package dev.aludel.diff;

import static dev.aludel.diff.Schemas.column;
import static dev.aludel.diff.Schemas.index;
import static dev.aludel.diff.Schemas.name;
import static dev.aludel.diff.Schemas.owned;
import static dev.aludel.diff.Schemas.schema;
import static dev.aludel.diff.Schemas.sequence;
import static dev.aludel.diff.Schemas.table;
import static dev.aludel.diff.Schemas.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.operation.Operation;
import dev.aludel.schema.AuxiliaryObject;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManagedTests {

    private static final Schema MODEL = schema(table("users", column("email", "text")));
    private static final Schema DATABASE = schema(
                    table("users", column("email", "text"), unique("uk", "email"), index("by_hand", "email")),
                    table("legacy", column("x", "text"), index("ix_legacy", "x")))
            .withSequences(List.of(sequence("numbers", 1, 1), owned("users_id_seq", "users", "email")));
    private static final SchemaObject VIEW = new SchemaObject(Kind.VIEW, ObjectName.of("v"));

    @Test
    void leavesAloneWhatNeitherTheModelNorARevisionNames() {
        Managed managed = Managed.of(DATABASE, List.of(VIEW), MODEL, Set.of(), false);

        assertThat(managed.unmanaged())
                .map(SchemaObject::toString)
                .containsExactly(
                        "sequence numbers", "sequence users_id_seq", "table legacy", "index by_hand", "view v");
        assertThat(plan(managed)).containsExactly("drop constraint users.uk: unique (email)");
    }

    @Test
    void dropsWhatARevisionCreatedAndTheModelLacks() {
        Set<SchemaObject> created = Set.of(
                new SchemaObject(Kind.TABLE, name("legacy")),
                new SchemaObject(Kind.SEQUENCE, name("numbers")),
                new SchemaObject(Kind.INDEX, name("by_hand")));
        Managed managed = Managed.of(DATABASE, List.of(), MODEL, created, false);

        assertThat(managed.unmanaged())
                .map(SchemaObject::toString)
                .containsExactly("sequence users_id_seq", "index ix_legacy");
        assertThat(plan(managed))
                .contains(
                        "drop index users.by_hand (email)",
                        "drop index legacy.ix_legacy (x)",
                        "drop table legacy",
                        "drop sequence numbers");
    }

    @Test
    void managesAnIndexOfTheModelByItsContentWhenNobodyChoseItsName() {
        Schema implicit = schema(table(
                "users", column("email", "text"), index("IDX1", "email").withName(ConstraintName.implicit("IDX1"))));
        Schema chosen = schema(table("users", column("email", "text"), index("ix_email", "email")));

        assertThat(Managed.of(DATABASE, List.of(), implicit, Set.of(), false).unmanaged())
                .noneMatch(object -> object.kind() == Kind.INDEX);
        assertThat(Managed.of(DATABASE, List.of(), chosen, Set.of(), false).unmanaged())
                .contains(new SchemaObject(Kind.INDEX, name("by_hand")));
    }

    @Test
    void leavesAnIndexToTheAuxiliaryObjectThatMakesItOrItsColumn() {
        AuxiliaryObject object = new AuxiliaryObject(
                false,
                List.of(
                        "alter table legacy add column words tsvector",
                        "create unique index if not exists ix_legacy on legacy (x)"),
                List.of("drop index ix_legacy", "alter table legacy drop column words"));
        Schema database = schema(table(
                        "legacy",
                        column("x", "text"),
                        column("words", "tsvector"),
                        index("ix_legacy", "x"),
                        index("ix_words", "words"),
                        index("by_hand", "x")))
                .withObjects(List.of(object));
        Set<SchemaObject> created = Set.of(new SchemaObject(Kind.TABLE, name("legacy")));

        Managed managed = Managed.of(database, List.of(), MODEL, created, false);

        assertThat(managed.unmanaged()).map(SchemaObject::toString).containsExactly("index by_hand");
        assertThat(plan(managed))
                .contains("drop index legacy.by_hand (x)", "drop table legacy")
                .noneMatch(operation -> operation.contains("ix_"));
    }

    @Test
    void managesEverythingWhenTold() {
        Managed managed = Managed.of(DATABASE, List.of(VIEW), MODEL, Set.of(), true);

        assertThat(managed.unmanaged()).containsExactly(VIEW);
        assertThat(managed.schema()).isEqualTo(DATABASE);
    }

    @Test
    void dropsASchemaThatARevisionCreatedUnlessSomebodyElseUsesIt() {
        Schema database = schema(table("audit.log", column("x", "text")));
        Set<SchemaObject> created =
                Set.of(new SchemaObject(Kind.SCHEMA, name("audit")), new SchemaObject(Kind.TABLE, name("audit.log")));
        SchemaObject view = new SchemaObject(Kind.VIEW, name("audit.v"));

        assertThat(plan(Managed.of(database, List.of(), Schema.empty(), created, false)))
                .containsExactly("drop table audit.log", "drop schema audit");
        assertThat(plan(Managed.of(database, List.of(view), Schema.empty(), created, false)))
                .containsExactly("drop table audit.log");
    }

    private static List<String> plan(Managed managed) {
        Schema model = managed.schema().tables().stream()
                        .anyMatch(table -> table.name().equals(name("users")))
                ? MODEL
                : Schema.empty();
        return Diff.between(managed, model).stream().map(Operation::describe).toList();
    }
}
