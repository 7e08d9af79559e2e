package dev.aludel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.Dump;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.LocalPostgres;
import dev.aludel.testing.LongRun;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The oracle of the laws beside {@code pg_dump}, on the machine's own PostgreSQL where it has one: nothing that a dump would
 * keep differs unseen, and nothing that it would not is a difference. {@code -Dstates=500} compares more.
 */
@LongRun
class PgDumpIT {

    private static final String ROLE = "do $$ begin create role reader; exception when others then null; end $$";

    private static Optional<LocalPostgres> local = Optional.empty();
    private static Optional<TestDatabase> database = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        local = LocalPostgres.start();
        assumeTrue(local.isPresent(), "this machine has no PostgreSQL of its own");
        database = local.map(server -> TestDatabase.create(server::url));
    }

    @AfterAll
    static void stop() throws IOException {
        if (local.isPresent()) {
            local.get().close();
        }
    }

    private static Dump dump() {
        return Dump.of(local.orElseThrow().dump(database.orElseThrow().name()));
    }

    private static CatalogSnapshot snapshot() {
        return CatalogSnapshot.of(database.orElseThrow());
    }

    /** Each state is made by Hibernate, then by Aludel, whose columns stand in another order. */
    @Test
    void agreesWithADumpOnWhatIsEqual() throws URISyntaxException {
        List<Map.Entry<String, EntityModel>> models =
                new ArrayList<>(ScenarioModels.all().entrySet());
        Collections.shuffle(models, new Random(20261122));
        Map<CatalogSnapshot, Dump> dumps = new HashMap<>();
        Map<Dump, CatalogSnapshot> snapshots = new HashMap<>();
        for (Map.Entry<String, EntityModel> model : models.subList(0, Math.min(states(), models.size()))) {
            TestDatabase empty = database.orElseThrow();
            empty.clear();
            model.getValue().createIn(empty);
            assertAgreement(model.getKey(), dumps, snapshots);
            empty.clear();
            try (EntityModel.Open open = model.getValue().open(empty)) {
                new Engine(empty).migrate(open);
            }
            assertAgreement(model.getKey(), dumps, snapshots);
        }
        assertThat(dumps).hasSizeGreaterThan(10);
    }

    private static int states() {
        return Integer.getInteger("states", 16);
    }

    private static void assertAgreement(
            String name, Map<CatalogSnapshot, Dump> dumps, Map<Dump, CatalogSnapshot> snapshots) {
        CatalogSnapshot snapshot = snapshot();
        Dump dump = dump();
        assertThat(dump).as(name).isEqualTo(dumps.computeIfAbsent(snapshot, absent -> dump));
        assertThat(snapshot).as(name).isEqualTo(snapshots.computeIfAbsent(dump, absent -> snapshot));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comment on column book.pages is 'x'",
                "comment on constraint few on book is 'x'",
                "comment on index title is 'x'",
                "comment on sequence numbers is 'x'",
                "comment on type mood is 'x'",
                "comment on domain isbn is 'x'",
                "comment on view short is 'x'",
                "comment on column short.title is 'x'",
                "comment on function one() is 'x'",
                "comment on trigger t on book is 'x'",
                "comment on policy p on book is 'x'",
                "comment on rule r on book is 'x'",
                "comment on statistics s is 'x'",
                "comment on schema audit is 'x'",
                "comment on constraint isbn_check on domain isbn is 'x'",
                "alter table book owner to reader",
                "alter view short owner to reader",
                "alter sequence numbers owner to reader",
                "alter type mood owner to reader",
                "alter function one() owner to reader",
                "alter schema audit owner to reader",
                "grant usage on schema audit to reader",
                "grant usage on type mood to reader; revoke usage on type mood from public",
                "revoke execute on function one() from public",
                "grant usage on sequence numbers to reader",
                "grant select on short to reader",
                "grant update (pages) on book to reader",
                "alter default privileges in schema audit grant select on tables to reader",
                "alter table book alter title set statistics 500",
                "alter table book alter title set storage external",
                "alter table book alter title set compression pglz",
                "alter table book alter title set (n_distinct = 5)",
                "alter table book set (fillfactor = 70)",
                "alter table book set (autovacuum_enabled = false)",
                "alter table book replica identity full",
                "alter table book force row level security",
                "alter table book disable trigger t",
                "alter table book disable rule r",
                "alter table book cluster on title",
                "alter table book set without cluster",
                "alter view short set (security_barrier = true)",
                "alter view short alter column title set default 'x'",
                "alter index title set (fillfactor = 70)",
                "alter index lower alter column 1 set statistics 500",
                "alter statistics s set statistics 50",
                "alter policy p on book using (pages > 2)",
                "alter domain isbn set default 'x'",
                "alter domain isbn drop constraint isbn_check",
                "alter type mood rename value 'sad' to 'blue'",
                "alter sequence book_id_seq cache 5",
                "alter sequence book_id_seq rename to other",
                "alter table book alter id set generated always",
                "create collation german (provider = libc, locale = 'C')",
                "create type span as range (subtype = integer)",
                "create type pair as (a text collate \"C\")",
                "create aggregate total (integer) (sfunc = int4pl, stype = integer)",
                "create procedure nothing() language sql as ''",
                "create operator === (leftarg = integer, rightarg = integer, function = int4eq)",
                "create event trigger e on ddl_command_start execute function ev()",
                "create publication p for table book",
                "create text search configuration c (copy = simple)",
                "create foreign data wrapper w; create server there foreign data wrapper w; create foreign table far (id int options (a 'b')) server there options (c 'd')",
                "create table part partition of whole for values from (1) to (9)",
                "create unlogged table u (id int)",
            })
    void noticesWhatADumpNotices(String change) {
        TestDatabase tables = database.orElseThrow();
        tables.clear();
        tables.execute(
                "drop event trigger if exists e",
                "drop publication if exists p",
                "drop foreign data wrapper if exists w cascade");
        tables.execute(
                ROLE,
                "create schema audit",
                "create sequence numbers",
                "create type mood as enum ('sad', 'glad')",
                "create domain isbn as varchar(13) check (value <> '')",
                "create table book (id bigint generated by default as identity primary key, title varchar(255),"
                        + " pages integer default 1, constraint few check (pages > 0))",
                "create table whole (id integer) partition by range (id)",
                "create index title on book (title)",
                "create index lower on book (lower(title))",
                "create view short as select title from book",
                "create function one() returns int language sql as 'select 1'",
                "create function ev() returns event_trigger language plpgsql as 'begin end'",
                "create trigger t before update on book for each row execute function suppress_redundant_updates_trigger()",
                "create rule r as on delete to book do instead nothing",
                "create policy p on book using (pages > 1)",
                "create statistics s on id, pages from book");
        CatalogSnapshot before = snapshot();
        Dump dumped = dump();

        tables.execute(change);

        assertThat(dump().equals(dumped))
                .as("equal to a dump")
                .isEqualTo(snapshot().equals(before));
    }
}
