package dev.aludel.diff;

import static dev.aludel.diff.Schemas.column;
import static dev.aludel.diff.Schemas.defaulted;
import static dev.aludel.diff.Schemas.foreignKey;
import static dev.aludel.diff.Schemas.generated;
import static dev.aludel.diff.Schemas.key;
import static dev.aludel.diff.Schemas.required;
import static dev.aludel.diff.Schemas.schema;
import static dev.aludel.diff.Schemas.sequence;
import static dev.aludel.diff.Schemas.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.schema.Column;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenameCandidatesTests {

    @Test
    void takesAColumnOfTheSameTypeForARenamedOne() {
        assertThat(columns(column("name", "varchar(255)"), column("full_name", "varchar(255)")))
                .containsExactly("column users.name -> full_name (87 %)");
        assertThat(columns(column("a", "integer"), column("b", "integer"))).hasSize(1);
    }

    @Test
    void asksNothingWhereNeitherTypeNorNameIsAlike() {
        assertThat(columns(column("nickname", "varchar(40)"), column("created_at", "timestamp(6)")))
                .isEmpty();
        assertThat(columns(column("nickname", "varchar(40)"), column("city", "varchar(255)")))
                .isEmpty();
        assertThat(columns(column("active", "boolean"), column("age", "integer")))
                .isEmpty();
    }

    @Test
    void asksWhereTheNamesAreAlikeAndTheTypesRelated() {
        assertThat(columns(column("title", "varchar(40)"), column("main_title", "text")))
                .hasSize(1);
        assertThat(columns(column("amount", "integer"), column("amount_cents", "bigint")))
                .hasSize(1);
    }

    /** Boot 3.5 made address2line of address2Line, Boot 4 makes address2_line. */
    @Test
    void asksAboutTheSameNameInAnotherSpellingWhateverTheType() {
        assertThat(columns(column("address2line", "varchar(255)"), column("address2_line", "varchar(255)")))
                .containsExactly("column users.address2line -> address2_line (100 %)");
        assertThat(columns(column("address2line", "integer"), column("address2_line", "varchar(255)")))
                .hasSize(1);
    }

    @Test
    void asksNothingAboutColumnsThatLeadElsewhereOrAreComputed() {
        Table before = users(column("owner_id", "bigint"), foreignKey("f", "owner_id", "owners", "id"));
        Table after = users(column("category_id", "bigint"), foreignKey("g", "category_id", "categories", "id"));

        assertThat(candidates(schema(before), schema(after))).isEmpty();
        assertThat(columns(generated("a", "integer", "1"), column("b", "integer")))
                .isEmpty();
    }

    @Test
    void putsTheLikeliestFirst() {
        Schema before = schema(users(column("name", "varchar(255)"), defaulted("mail", "varchar(255)", "''")));
        Schema after = schema(users(
                column("email", "varchar(255)"),
                column("full_name", "varchar(255)"),
                required("street", "varchar(255)")));

        assertThat(candidates(before, after))
                .extracting(RenameCandidate::before, RenameCandidate::after)
                .startsWith(org.assertj.core.groups.Tuple.tuple("users.mail", "email"))
                .contains(org.assertj.core.groups.Tuple.tuple("users.name", "full_name"));
        assertThat(candidates(before, after))
                .filteredOn(candidate -> candidate.before().equals("users.name"))
                .first()
                .extracting(RenameCandidate::after)
                .isEqualTo("full_name");
    }

    @Test
    void takesATableOfMostlyTheSameColumnsForARenamedOne() {
        Table users = table("users", required("id", "bigint"), column("name", "text"), column("email", "text"));
        Table accounts = table("accounts", required("id", "bigint"), column("name", "text"), column("email", "text"));
        Table orders = table("orders", required("id", "bigint"), column("total", "numeric(9,2)"));

        assertThat(candidates(schema(users), schema(accounts, orders)))
                .extracting(RenameCandidate::toString)
                .singleElement()
                .asString()
                .startsWith("table users -> accounts (7");
        assertThat(candidates(schema(users), schema(orders))).isEmpty();
    }

    /** What would not be dropped is asked about only if there is much reason to. */
    @Test
    void asksAboutAnUnmanagedTableThatIsAllButTheSame() {
        Table users = table("users", required("id", "bigint"), column("name", "text"), column("email", "text"));
        Table tags = table("tags", required("id", "bigint"), column("label", "text"));
        Schema after = schema(
                table("accounts", required("id", "bigint"), column("name", "text"), column("email", "text")),
                table("labels", required("id", "bigint"), column("label", "text")));

        assertThat(RenameCandidates.of(
                        managed(schema(users, tags), after, Set.of()), schema(users, tags), after, RenameAnswers.NONE))
                .extracting(RenameCandidate::before)
                .containsExactly("users");
    }

    @Test
    void asksAboutASequenceOfALikeNameAndStep() {
        Sequence old = sequence("orders_seq", 1, 50);

        assertThat(candidates(sequences(old), sequences(sequence("order_seq", 1, 50))))
                .hasSize(1);
        assertThat(candidates(sequences(old), sequences(sequence("order_seq", 1, 1))))
                .isEmpty();
        assertThat(candidates(sequences(old), sequences(sequence("tags_seq", 1, 50))))
                .isEmpty();
    }

    @Test
    void asksNothingThatWasAnswered() {
        Schema before = schema(users(column("name", "text")));
        Schema after = schema(users(column("full_name", "text")));

        assertThat(RenameCandidates.of(
                        managed(before, after, everything(before)),
                        before,
                        after,
                        RenameAnswers.NONE.andDropped("users.name")))
                .isEmpty();
    }

    @Test
    void saysHowToAnswer() {
        RenameCandidate candidate =
                new RenameCandidate(RenameCandidate.Kind.COLUMN, "audit.users.name", "full_name", 86);

        assertThat(candidate.renameOption()).isEqualTo("--rename audit.users.name=full_name");
        assertThat(candidate.dropOption()).isEqualTo("--drop audit.users.name");
        assertThat(candidate.annotation()).isEqualTo("@RenamedFrom(\"name\")");
        assertThat(candidate.target()).isEqualTo("audit.users.full_name");
    }

    private static List<String> columns(Column before, Column after) {
        return candidates(schema(users(before)), schema(users(after))).stream()
                .map(RenameCandidate::toString)
                .toList();
    }

    private static Table users(Object... parts) {
        Object[] all = new Object[parts.length + 2];
        all[0] = required("id", "bigint");
        all[1] = key("users_pkey", "id");
        System.arraycopy(parts, 0, all, 2, parts.length);
        return table("users", all);
    }

    private static Schema sequences(Sequence sequence) {
        return Schema.empty().withSequences(List.of(sequence));
    }

    private static List<RenameCandidate> candidates(Schema before, Schema after) {
        return RenameCandidates.of(managed(before, after, everything(before)), before, after, RenameAnswers.NONE);
    }

    private static Managed managed(Schema before, Schema after, Set<SchemaObject> created) {
        return Managed.of(before, List.of(), after, created, false);
    }

    private static Set<SchemaObject> everything(Schema schema) {
        Set<SchemaObject> created = new HashSet<>();
        schema.tables().forEach(table -> created.add(new SchemaObject(Kind.TABLE, table.name())));
        schema.sequences().forEach(sequence -> created.add(new SchemaObject(Kind.SEQUENCE, sequence.name())));
        return created;
    }
}
