package dev.aludel.diff;

import static dev.aludel.diff.Schemas.column;
import static dev.aludel.diff.Schemas.foreignKey;
import static dev.aludel.diff.Schemas.name;
import static dev.aludel.diff.Schemas.owned;
import static dev.aludel.diff.Schemas.schema;
import static dev.aludel.diff.Schemas.sequence;
import static dev.aludel.diff.Schemas.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.schema.RenameHint;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenameResolutionTests {

    private static final Schema USERS = schema(table("users", column("id", "bigint"), column("name", "text")));

    @Test
    void aHintCountsWhereTheOldNameIsThereAndTheNewOneIsNot() {
        Schema model = schema(table("users", column("id", "bigint"), column("full_name", "text")));

        assertThat(columns(hinted(USERS, model, hint("users", "full_name", "called", "name"))))
                .isEqualTo("{users.name=full_name}");
        assertThat(hinted(model, model, hint("users", "full_name", "name")).isEmpty())
                .isTrue();
        assertThat(hinted(USERS, model, hint("users", "full_name", "label")).isEmpty())
                .isTrue();
    }

    @Test
    void theTableOfAColumnMayBeRenamedAsWell() {
        Schema model = schema(table("accounts", column("id", "bigint"), column("full_name", "text")));

        Renames renames = hinted(USERS, model, hint("accounts", "full_name", "name"), hint("accounts", null, "users"));

        assertThat(renames.tables()).hasToString("{users=accounts}");
        assertThat(columns(renames)).isEqualTo("{accounts.name=full_name}");
    }

    @Test
    void oneHintMakesRoomForAnother() {
        Schema before = schema(table("t", column("a", "text"), column("b", "text")));
        Schema after = schema(table("t", column("b", "text"), column("c", "text")));

        assertThat(columns(hinted(before, after, hint("t", "b", "a"), hint("t", "c", "b"))))
                .isEqualTo("{t.a=b, t.b=c}");
    }

    @Test
    void twoHintsThatContradictEachOtherAreRefused() {
        Schema model = schema(table("users", column("first", "text"), column("last", "text")));

        assertThatThrownBy(() -> hinted(USERS, model, hint("users", "first", "name"), hint("users", "last", "name")))
                .isInstanceOf(RenameException.class)
                .hasMessage("'users.first' and 'users.last' both say that they were 'users.name'."
                        + " Keep @RenamedFrom on one of them.");
    }

    @Test
    void whatAPersonSaysGoesBeforeHints() {
        Schema model = schema(table("users", column("first", "text"), column("last", "text")));

        Renames renames = RenameResolution.of(
                USERS,
                model,
                List.of(hint("users", "first", "name")),
                RenameAnswers.NONE.andRenamed("users.name", "last"));

        assertThat(columns(renames)).isEqualTo("{users.name=last}");
    }

    @Test
    void findsAColumnByTheOldNameOfItsTableAndByTheNewOne() {
        Schema model = schema(table("accounts", column("id", "bigint"), column("full_name", "text")));
        RenameAnswers table = RenameAnswers.NONE.andRenamed("users", "accounts");

        assertThat(columns(said(USERS, model, table.andRenamed("users.name", "full_name"))))
                .isEqualTo("{accounts.name=full_name}");
        assertThat(columns(said(USERS, model, table.andRenamed("accounts.name", "full_name"))))
                .isEqualTo("{accounts.name=full_name}");
        assertThat(columns(said(USERS, model, table.andRenamed("users.name", "accounts.full_name"))))
                .isEqualTo("{accounts.name=full_name}");
    }

    @Test
    void readsSchemasInNames() {
        Schema before = schema(table("audit.log", column("text", "text")));
        Schema after = schema(table("events.entry", column("line", "text")));

        Renames renames = said(
                before,
                after,
                RenameAnswers.NONE.andRenamed("audit.log", "events.entry").andRenamed("audit.log.text", "line"));

        assertThat(renames.tables()).hasToString("{audit.log=events.entry}");
        assertThat(columns(renames)).isEqualTo("{events.entry.text=line}");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        Schema model = schema(table("users", column("id", "bigint"), column("full_name", "text")));

        assertThatThrownBy(() -> said(USERS, model, RenameAnswers.NONE.andRenamed("users.nam", "full_name")))
                .hasMessageStartingWith("The database has no table, column, sequence or value 'users.nam'");
        assertThatThrownBy(() -> said(USERS, model, RenameAnswers.NONE.andRenamed("users.name", "fullname")))
                .hasMessageStartingWith("'users.name' cannot become 'fullname', which the entities do not have.");
        assertThatThrownBy(() -> said(USERS, model, RenameAnswers.NONE.andRenamed("users.name", "id")))
                .hasMessageContaining("which the database has already");
    }

    @Test
    void sequencesJoinTablesAndForeignKeysFollow() {
        Schema before = schema(
                        table("users", column("id", "bigint")),
                        table("users_roles", column("user_id", "bigint"), foreignKey("f", "user_id", "users", "id")),
                        table("users_log", column("text", "text")))
                .withSequences(List.of(sequence("users_seq", 1, 50), owned("users_id_seq", "users", "id")));
        Schema after = schema(
                        table("accounts", column("id", "bigint")),
                        table(
                                "accounts_roles",
                                column("account_id", "bigint"),
                                foreignKey("g", "account_id", "accounts", "id")),
                        table("accounts_log", column("text", "text")))
                .withSequences(List.of(sequence("accounts_seq", 1, 50), owned("accounts_id_seq", "accounts", "id")));

        Renames renames = said(before, after, RenameAnswers.NONE.andRenamed("users", "accounts"));

        assertThat(renames.tables()).hasToString("{users=accounts, users_roles=accounts_roles}");
        assertThat(columns(renames)).isEqualTo("{accounts_roles.user_id=account_id}");
        assertThat(renames.sequences()).hasToString("{users_id_seq=accounts_id_seq, users_seq=accounts_seq}");
    }

    private static Renames hinted(Schema before, Schema after, RenameHint... hints) {
        return RenameResolution.of(before, after, List.of(hints), RenameAnswers.NONE);
    }

    private static Renames said(Schema before, Schema after, RenameAnswers answers) {
        return RenameResolution.of(before, after, List.of(), answers);
    }

    private static RenameHint hint(String table, @org.jspecify.annotations.Nullable String column, String... names) {
        return new RenameHint(name(table), column, List.of(names), table + "." + column);
    }

    private static String columns(Renames renames) {
        return renames.columns().toString();
    }
}
