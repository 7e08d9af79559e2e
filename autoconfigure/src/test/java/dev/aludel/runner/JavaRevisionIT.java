package dev.aludel.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.JavaRevision;
import dev.aludel.Operations;
import dev.aludel.Revision;
import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.runner.execution.EntitiesRequiredException;
import dev.aludel.runner.execution.OfflineException;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.session.RunnerSettings;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.schema.ForeignKey.Action;
import dev.aludel.schema.Model;
import dev.aludel.schema.Schema;
import dev.aludel.script.RevisionClass;
import dev.aludel.script.ScriptSource;
import dev.aludel.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Revisions that are classes, beside scripts. */
class JavaRevisionIT {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    private MigrationRunner runner(JavaRevision... revisions) {
        List<ScriptSource.ScriptFile> files = List.of(Runners.revision(
                "a", "base", "create table authors (id bigint primary key, name text)", "drop table authors"));
        ScriptSource source = new ScriptSource() {
            @Override
            public List<ScriptFile> files() {
                return files;
            }

            @Override
            public List<RevisionClass> classes() {
                return Stream.of(revisions)
                        .map(revision -> new RevisionClass(revision.getClass(), () -> revision))
                        .toList();
            }
        };
        return new MigrationRunner(
                new PostgresDialect(),
                database::open,
                source,
                () -> Model.of(Schema.empty()),
                RunnerSettings.defaults());
    }

    @Test
    void runsInOneGraphWithScripts() {
        MigrationRunner runner = runner(new Books());

        assertThat(runner.upgrade("head")).extracting(AppliedRevision::id).containsExactly("a", "b");
        assertThat(database.query("select indexname from pg_indexes where tablename = 'books' order by 1"))
                .containsExactly("books_pkey", "books_title_idx");
        assertThat(runner.downgrade("-1")).extracting(AppliedRevision::id).containsExactly("b");
        assertThat(database.query("select to_regclass('books')")).containsOnlyNulls();
    }

    @Test
    void keepsWhatItsOperationsCreatedAndWhatItsHeaderNames() {
        runner(new Books()).upgrade("head");

        assertThat(database.query("select creates from aludel_revision where revision = 'b'"))
                .containsExactly("view titles, table books, index books_title_idx");
    }

    @Test
    void keepsNoDowngradeAndTheChecksumOfItsHeader() {
        runner(new Books()).upgrade("head");

        assertThat(database.query("select downgrade from aludel_revision where revision = 'b'"))
                .containsOnlyNulls();
        assertThat(database.query("select checksum from aludel_revision where revision = 'b'"))
                .isEqualTo(database.query("select checksum from aludel_revision where revision = 'b'"))
                .allSatisfy(checksum -> assertThat(checksum).hasSize(64));
    }

    @Test
    void takesBackAllOfIt() {
        assertThatThrownBy(() -> runner(new Failing()).upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageMatching(
                        "Revision 'b' failed at dev.aludel.runner.JavaRevisionIT\\$Failing:\\d\\d+ with java.lang.IllegalStateException: no news. Everything of this revision was rolled back.*");
        assertThat(database.query("select to_regclass('half')")).containsOnlyNulls();
        assertThat(database.query("select revision from aludel_revision")).containsExactly("a");
    }

    @Test
    void takesBackWhatAClassLeftOpenWhenItFails() {
        assertThatThrownBy(() -> runner(new LeftOpen()).upgrade("head")).isInstanceOf(RevisionFailedException.class);

        assertThat(database.query("select to_regclass('committed')")).containsExactly("committed");
        assertThat(database.query("select to_regclass('open')")).containsOnlyNulls();
    }

    @Test
    void whatItBeginsAndEndsInOneTextIsOneStep() {
        assertThatThrownBy(() -> runner(new Whole("select nothing")).upgrade("head"))
                .isInstanceOf(RevisionFailedException.class);
        assertThat(database.query("select to_regclass('first')")).containsOnlyNulls();

        assertThatThrownBy(() -> runner(new Whole("select 1", "select nothing")).upgrade("head"))
                .isInstanceOf(RevisionFailedException.class);
        assertThat(database.query("select to_regclass('first')")).containsExactly("first");

        assertThat(runner(new Whole("select 1")).upgrade("head"))
                .extracting(AppliedRevision::id)
                .containsExactly("b");
    }

    @Test
    void namesTheLineWhoseStatementFails() {
        assertThatThrownBy(() -> runner(new Misspelled()).upgrade("head"))
                .isInstanceOfSatisfying(RevisionFailedException.class, failure -> {
                    assertThat(failure.line()).isGreaterThan(100);
                    assertThat(failure.statement()).isEqualTo("alter table nobody add column x int");
                });
    }

    @Test
    void readsAndWritesWithArguments() {
        database.execute("create table moods (id uuid, at timestamptz, day date, doc jsonb, price numeric, ok bool)");

        runner(new Moods()).upgrade("head");

        assertThat(database.query("select doc ->> 'a' || day || price || ok from moods order by price"))
                .containsExactly("12026-11-221.50true", "22026-11-232.50false");
        assertThat(database.query("select name from authors order by id")).containsExactly("it's", "x", "y");
    }

    @Test
    void lendsItsConnectionWithoutItsTransaction() {
        assertThatThrownBy(() -> runner(new Committing()).upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("'commit' would end the transaction of the revision");
        assertThatThrownBy(() -> runner(new Ending()).upgrade("head"))
                .hasMessageContaining("'commit' stands in a revision");
        assertThat(database.query("select revision from aludel_revision")).containsExactly("a");
    }

    @Test
    void runsOutsideOfATransaction() {
        runner(new Concurrent()).upgrade("head");

        assertThat(database.query("select state || ': ' || creates from aludel_revision where revision = 'b'"))
                .containsExactly("applied: table plain");
        assertThat(database.query("select count(*)::text from authors")).containsExactly("2");
    }

    @Test
    void printsWhatItWouldDo() {
        assertThat(runner(new Books()).upgradeSql("a:b")).contains("""
                create table books (
                    id bigint generated by default as identity,
                    title varchar(255) not null,
                    author_id bigint,
                    primary key (id)
                );
                alter table books add foreign key (author_id) references authors (id) on delete cascade;
                create index books_title_idx on books (title, (lower(title)) desc);
                create view titles as select title from books;
                """);
        assertThat(runner(new Rows()).upgradeSql("a:b")).contains("""
                update authors set name = 'it''s' where id = 1 and name ? 'x';
                insert into authors (id, name) values
                    (1, 'x'),
                    (2, null);
                """);
        assertThat(runner(new Books()).downgradeSql("b:a")).contains("drop view titles;\ndrop table books;\n");
    }

    @Test
    void refusesToPrintWhatOnlyTheDatabaseKnows() {
        assertThatThrownBy(() -> runner(new Moods()).upgradeSql("a:b"))
                .isInstanceOf(OfflineException.class)
                .hasMessageContaining("Revision 'b' (dev.aludel.runner.JavaRevisionIT$Moods) reads 'select");
        assertThatThrownBy(() -> runner(new Committing()).upgradeSql("a:b"))
                .hasMessageContaining("asks for connection()");
    }

    @Test
    void findsAllThatIsWrongWithItsHeader() {
        assertThatThrownBy(() -> runner(new Nameless()).scripts())
                .hasMessageContaining("JavaRevisionIT$Nameless: @Revision names 'head', which cannot be an id")
                .hasMessageContaining("created = \"yesterday\"")
                .hasMessageContaining("it creates 'house x'");
    }

    @Test
    void refusesARevisionThatNeedsJpaBeforeAnythingRuns() {
        assertThatThrownBy(() -> runner(new Entities()).upgrade("head"))
                .isInstanceOf(EntitiesRequiredException.class)
                .hasMessageStartingWith("Revision 'b' (dev.aludel.runner.JavaRevisionIT$Entities) needs JPA.");
        assertThat(database.query("select to_regclass('authors')")).containsOnlyNulls();
    }

    /** Nothing to take back. */
    private abstract static class Forward implements JavaRevision {

        @Override
        public void downgrade(Operations op) {}
    }

    @Revision(id = "b", downRevision = "a", transactional = false)
    private static final class Whole extends Forward {

        private final String within;
        private final List<String> after;

        private Whole(String within, String... after) {
            this.within = within;
            this.after = List.of(after);
        }

        @Override
        public void upgrade(Operations op) {
            op.execute("begin; create table first (id int); " + within + "; commit;");
            after.forEach(op::execute);
        }
    }

    @Revision(id = "b", downRevision = "a", transactional = false)
    private static final class LeftOpen extends Forward {

        @Override
        public void upgrade(Operations op) throws SQLException {
            Connection connection = op.connection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table committed (id int)");
                connection.commit();
                statement.execute("create table open (id int)");
            }
            throw new IllegalStateException("no news");
        }
    }

    @Revision(id = "b", downRevision = "a", message = "books", creates = "view titles")
    private static final class Books implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.createTable("books", t -> {
                t.column("id", "bigint").notNull().identity();
                t.column("title", "varchar(255)").notNull();
                t.column("author_id", "bigint");
                t.primaryKey("id");
                t.foreignKey("author_id").references("authors", "id").onDelete(Action.CASCADE);
                t.index("title").expression("lower(title)").order(true, true).named("books_title_idx");
            });
            op.execute("create view titles as select title from books");
        }

        @Override
        public void downgrade(Operations op) {
            op.dropView("titles");
            op.dropTable("books");
        }
    }

    @Revision(id = "b", downRevision = "a")
    private static final class Rows extends Forward {

        @Override
        public void upgrade(Operations op) {
            op.execute("update authors set name = ? where id = ? and name ?? 'x'", "it's", 1);
            op.bulkInsert("authors", List.of(Map.of("name", "x", "id", 1), author(2)));
        }

        private static Map<String, Object> author(int id) {
            Map<String, Object> author = new java.util.HashMap<>();
            author.put("id", id);
            author.put("name", null);
            return author;
        }
    }

    @Revision(id = "b", downRevision = "a")
    private static final class Failing extends Forward {

        @Override
        public void upgrade(Operations op) {
            op.createTable("half", t -> t.column("id", "int"));
            throw new IllegalStateException("no news");
        }
    }

    @Revision(id = "b", downRevision = "a")
    private static final class Misspelled extends Forward {

        @Override
        public void upgrade(Operations op) {
            op.alterTable("nobody", t -> t.addColumn("x", "int"));
        }
    }

    @Revision(id = "b", downRevision = "a")
    private static final class Moods extends Forward {

        @Override
        public void upgrade(Operations op) {
            UUID id = UUID.fromString("00000000-0000-0000-0000-000000000001");
            Instant now = Instant.parse("2026-11-22T10:15:00Z");
            op.execute(
                    "insert into moods values (?, ?, ?, ?, ?, ?)",
                    id,
                    now,
                    LocalDate.of(2026, 11, 22),
                    "{\"a\": 1}",
                    new BigDecimal("1.50"),
                    true);
            op.bulkInsert("authors", List.of(Map.of("id", 1, "name", "it's"), Map.of("id", 2, "name", "x")));
            op.bulkInsert("authors", List.of());
            op.query("select id, at, day + 1 as tomorrow, price from moods where id = ?", id)
                    .forEach(row -> op.execute(
                            "insert into moods values (?, ?, ?, ?, ?::numeric + 1, ?)",
                            row.get("id"),
                            row.get("at"),
                            row.get("tomorrow"),
                            "{\"a\": 2}",
                            row.get("price"),
                            false));
            op.execute("insert into authors values (?, ?)", 3, 'y');
        }
    }

    @Revision(id = "b", downRevision = "a")
    private static final class Committing extends Forward {

        @Override
        public void upgrade(Operations op) throws Exception {
            try (var connection = op.connection();
                    PreparedStatement insert = connection.prepareStatement("insert into authors values (1, 'x')")) {
                insert.execute();
                connection.commit();
            }
        }
    }

    @Revision(id = "b", downRevision = "a")
    private static final class Ending extends Forward {

        @Override
        public void upgrade(Operations op) {
            op.execute("insert into authors values (1, 'x'); commit");
        }
    }

    @Revision(id = "b", downRevision = "a", transactional = false)
    private static final class Concurrent extends Forward {

        @Override
        public void upgrade(Operations op) throws Exception {
            op.execute("create index concurrently on authors (name)");
            op.createTable("plain", t -> t.column("id", "int"));
            var connection = op.connection();
            connection.setAutoCommit(false);
            op.execute("insert into authors values (1, 'x')");
            connection.commit();
            op.execute("insert into authors values (2, 'y')");
        }
    }

    @Revision(id = "head", created = "yesterday", creates = "house x")
    private static final class Nameless extends Forward {

        @Override
        public void upgrade(Operations op) {}
    }

    @Revision(id = "b", downRevision = "a", jpa = true)
    private static final class Entities extends Forward {

        @Override
        public void upgrade(Operations op) {}
    }
}
