package dev.aludel.runner;

import static dev.aludel.runner.Runners.runner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.LocalPostgres;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole output of pg_dump as a revision. */
class DumpedBaselineIT {

    private static final String ROWS = "select id || ' ' || coalesce(t, '-') from lots order by id";

    private static Optional<LocalPostgres> local = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        local = LocalPostgres.start();
        assumeTrue(local.isPresent(), "this machine has no PostgreSQL of its own");
    }

    @AfterAll
    static void stop() throws IOException {
        if (local.isPresent()) {
            local.get().close();
        }
    }

    @Test
    void givesTheSameSchemaAndRows() {
        LocalPostgres server = local.orElseThrow();
        try (TestDatabase source = TestDatabase.create(server::url);
                TestDatabase target = TestDatabase.create(server::url)) {
            source.execute(
                    "create table lots (id int generated always as identity primary key, t text default 'it''s; \\')",
                    "insert into lots (t) values (E'a\\tb\\nc'), (null), ('\\.'), ('\\! touch x'), ('-- downgrade')",
                    "create view shown as select t from lots where t ~ '^\\w+$'",
                    "create function f() returns int language sql begin atomic select 1; select 2; end",
                    "comment on table lots is 'lots; of -- them'");
            ScriptFile baseline = new ScriptFile(
                    "db/revisions/a.sql",
                    "-- revision: a\n\n-- upgrade\n" + server.dumpWithRows(source.name()) + "\n-- downgrade\n");
            CatalogSnapshot expected = CatalogSnapshot.of(source);

            runner(target, baseline).upgrade("head");

            assertThat(target.query(ROWS)).isEqualTo(source.query(ROWS)).hasSize(5);
            assertThat(runner(target, baseline).current()).containsExactly("a");
            target.execute("drop table aludel_revision");
            assertThat(CatalogSnapshot.of(target)).isEqualTo(expected);
        }
    }
}
