package dev.aludel.runner;

import static dev.aludel.runner.Runners.runner;
import static dev.aludel.runner.Runners.threeTables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aludel.dialect.Diagnosis;
import dev.aludel.runner.session.KeptConnection;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.version.AlteredTableException;
import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A version table that somebody planted or changed is refused by name, and nothing of his runs. */
class PlantedTableIT {

    private static final String COLUMNS =
            "revision text not null, down_revisions text not null, depends_on text not null, message text not null, checksum text not null,"
                    + " applied_at timestamp with time zone not null, applied_by text not null, duration_ms bigint not null,"
                    + " state text not null, transactional boolean not null, creates text not null, proven text not null,"
                    + " downgrade text, done text not null, intent text, ordinal integer not null";
    private static final String TABLE = "create table public.aludel_revision (" + COLUMNS + ", primary key (revision))";
    private static final String FORMAT = "comment on table public.aludel_revision is 'aludel 1'";
    private static final String GRANT = "grant all on public.aludel_revision to public";

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void makeRoles() {
        for (String role : List.of("mallory", "shop", "shop_app", "shop_group")) {
            database.execute("drop role if exists " + role, "create role " + role + " login");
        }
        database.execute(
                "grant create, usage on schema public to mallory, shop",
                "create table public.loot (who text)",
                "grant all on public.loot to public",
                "create function public.steal() returns text language plpgsql as"
                        + " $$ begin insert into public.loot values (current_user); return 'x'; end $$",
                "create function public.evil(text) returns text immutable language plpgsql as"
                        + " $$ begin return public.steal(); end $$",
                "create function public.evil_trigger() returns trigger language plpgsql as"
                        + " $$ begin perform public.steal(); return new; end $$");
    }

    @AfterEach
    void drop() {
        for (String role : List.of("mallory", "shop", "shop_app", "shop_group")) {
            database.execute("drop owned by " + role + " cascade", "drop role " + role);
        }
        database.close();
    }

    private Connection as(String role) throws SQLException {
        return DriverManager.getConnection(database.url().replace("user=postgres", "user=" + role));
    }

    private MigrationRunner runnerOf(String role) {
        return runner(() -> as(role), RunnerSettings.defaults(), threeTables());
    }

    private void executeAs(String role, String... statements) {
        try (Connection connection = as(role);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join(";", statements), e);
        }
    }

    private void isRefusedByEveryCommandOf(String role, String... facts) {
        Looks.all()
                .forEach((command, run) -> assertThatExceptionOfType(AlteredTableException.class)
                        .as(command)
                        .isThrownBy(() -> run.accept(runnerOf(role)))
                        .withMessageContainingAll(facts)
                        .withMessageContaining("aludel_revision' is not as Aludel made it"));
        List<Diagnosis> problems =
                runnerOf(role).examine().stream().filter(Diagnosis::isProblem).toList();
        for (String fact : facts) {
            assertThat(problems)
                    .extracting(problem -> problem.message() + " " + problem.remedy())
                    .anySatisfy(text -> assertThat(text).contains(fact));
        }
        assertThat(database.query("select who from public.loot")).isEmpty();
    }

    static Stream<Arguments> plants() {
        return Stream.of(
                Arguments.of("it belongs to 'mallory'", List.of(TABLE, FORMAT)),
                Arguments.of(
                        "it is a view",
                        List.of(
                                "create view public.aludel_revision as select public.evil('x') as revision, '' as down_revisions")),
                Arguments.of(
                        "it is a materialized view",
                        List.of("create materialized view public.aludel_revision as select 'c'::text as revision")),
                Arguments.of(
                        "it is a partitioned table",
                        List.of("create table public.aludel_revision (" + COLUMNS + ") partition by list (revision)")),
                Arguments.of(
                        "index 'bad' has an expression",
                        List.of(
                                "create table public.aludel_revision (" + COLUMNS + ")",
                                FORMAT,
                                "create index bad on public.aludel_revision ((revision || public.evil('x')))")),
                Arguments.of(
                        "the statistics 'bad' on expressions",
                        List.of(
                                TABLE,
                                FORMAT,
                                "create statistics public.bad on (revision || public.evil('x')) from public.aludel_revision")),
                Arguments.of(
                        "the trigger 'bad', which runs the function 'evil_trigger'",
                        List.of(
                                TABLE,
                                FORMAT,
                                "create trigger bad before insert on public.aludel_revision for each row execute function public.evil_trigger()")),
                Arguments.of(
                        "the rule 'bad'",
                        List.of(
                                TABLE,
                                FORMAT,
                                "create rule bad as on insert to public.aludel_revision do also select public.steal()")),
                Arguments.of(
                        "it has row security",
                        List.of(
                                TABLE,
                                FORMAT,
                                "alter table public.aludel_revision enable row level security",
                                "create policy bad on public.aludel_revision using (public.steal() = 'x')")),
                Arguments.of(
                        "'public.bad' inherits from it",
                        List.of(TABLE, FORMAT, "create table public.bad () inherits (public.aludel_revision)")),
                Arguments.of(
                        "it inherits from 'public.bad'",
                        List.of(
                                "create table public.bad (revision text)",
                                "create table public.aludel_revision (" + COLUMNS + ") inherits (public.bad)",
                                FORMAT)),
                Arguments.of(
                        "its column 'message' is not of the type 'text'",
                        List.of(
                                "create domain public.bad as text check (public.evil(value) = 'x')",
                                "create table public.aludel_revision ("
                                        + COLUMNS.replace("message text", "message public.bad") + ")",
                                FORMAT)),
                Arguments.of(
                        "its column 'intent' has a default",
                        List.of(TABLE.replace("intent text", "intent text default public.steal()"), FORMAT)),
                Arguments.of(
                        "its column 'intent' has an expression",
                        List.of(
                                TABLE.replace(
                                        "intent text",
                                        "intent text generated always as (public.evil(revision)) stored"),
                                FORMAT)),
                Arguments.of(
                        "the constraint 'bad'",
                        List.of(
                                TABLE.replace(
                                        "primary key", "constraint bad check (public.evil(state) = 'x'), primary key"),
                                FORMAT)),
                Arguments.of(
                        "it has the column 'more'",
                        List.of(TABLE.replace("state text", "more text, state text"), FORMAT)),
                Arguments.of("it lacks the column 'state'", List.of(TABLE.replace("state text not null,", ""), FORMAT)),
                Arguments.of(
                        "it is not logged", List.of(TABLE.replace("create table", "create unlogged table"), FORMAT)));
    }

    @ParameterizedTest
    @MethodSource("plants")
    void isRefusedWhereAnotherMadeIt(String fact, List<String> statements) {
        executeAs("mallory", statements.toArray(String[]::new));
        executeAs("mallory", GRANT);
        database.execute("delete from public.loot");

        String[] facts = namesTheOwner(fact) ? new String[] {fact, "'mallory'"} : new String[] {fact};
        isRefusedByEveryCommandOf("postgres", facts);
        isRefusedByEveryCommandOf("shop", facts);
    }

    /** Before 15 everybody may create in the schema, and a look takes whoever owns several tables there for its owner. */
    private static boolean namesTheOwner(String fact) {
        return TestDatabase.serverVersion() >= 15 || !fact.contains("inherits");
    }

    @Test
    void isRefusedWhereTheRightTableGotATriggerOfAnother() {
        runnerOf("shop").upgrade("b");
        executeAs("shop", "grant trigger on aludel_revision to mallory");
        executeAs(
                "mallory",
                "create trigger bad before insert or delete on aludel_revision for each row execute function public.evil_trigger()");

        isRefusedByEveryCommandOf("shop", "the trigger 'bad'", "drop trigger bad on");
    }

    @Test
    void isRefusedWhereItsFormatIsGone() {
        runnerOf("shop").upgrade("b");
        executeAs("shop", "comment on table aludel_revision is null");

        isRefusedByEveryCommandOf("shop", "its comment, which names its format, is gone", "is 'aludel 1'");
    }

    @Test
    void isTakenFromARoleThatTheMigratingOneIsAMemberOf() {
        database.execute("grant shop_group to shop", "grant create on schema public to shop_group");
        executeAs("shop_group", TABLE, FORMAT, "grant all on aludel_revision to shop");

        assertThat(runnerOf("shop").upgrade("heads")).hasSize(3);
        assertThat(runnerOf("shop").upgrade("heads")).isEmpty();
    }

    @Test
    void isTakenFromTheOwnerOfTheSchemaByASuperuser() {
        database.execute("alter schema public owner to shop");
        runnerOf("shop").upgrade("b");

        assertThat(runnerOf("postgres").upgrade("heads")).hasSize(1);
        assertThat(runnerOf("postgres").status().state()).isEqualTo(Status.State.UP_TO_DATE);
    }

    @Test
    void isReadByARoleThatDoesNotMigrate() {
        runnerOf("shop").upgrade("heads");
        executeAs("shop", "grant select, insert, update, delete on all tables in schema public to shop_app");
        MigrationRunner reader = runnerOf("shop_app");

        assertThat(reader.status().state()).isEqualTo(Status.State.UP_TO_DATE);
        assertThat(reader.current()).containsExactly("c");
        assertThatCode(reader::verify).doesNotThrowAnyException();
        assertThatExceptionOfType(AlteredTableException.class)
                .isThrownBy(() -> reader.downgrade("base"))
                .withMessageContaining("it belongs to 'shop'")
                .withMessageContaining("grant shop to shop_app");
    }

    @Test
    void isReadWithTheConnectionLeftAsItWas() throws SQLException {
        runnerOf("shop").upgrade("heads");
        try (Connection connection = as("shop");
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = public, pg_catalog");
            runner(
                            () -> KeptConnection.of(connection, KeptConnection.Ends.PASSED_ON),
                            RunnerSettings.defaults(),
                            threeTables())
                    .status();
            try (var rows = statement.executeQuery("show search_path")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("public, pg_catalog");
            }
        }
    }
}
