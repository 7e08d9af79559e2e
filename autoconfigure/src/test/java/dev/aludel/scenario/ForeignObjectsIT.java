package dev.aludel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not Aludel's: it is listed, it is no difference, and where it is in the way for good a hazard names it. */
class ForeignObjectsIT {

    private static final EntityModel BEFORE =
            EntityModel.of("@Entity class Book { @Id Long id; @Column(length = 20) String isbn; Integer pages; }");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private Engine engine = new Engine(DATABASE);
    private EntityModel.Open before = BEFORE.open(DATABASE);

    @BeforeEach
    void create() {
        DATABASE.clear();
        engine = new Engine(DATABASE);
        engine.migrate(before);
    }

    @AfterEach
    void close() {
        before.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            create table others (id int)                                              | table others
            create table part (id int) partition by range (id)                        | table part
            create table part (id int) partition by range (id); create table part_1 partition of part for values from (0) to (9) | partition part_1
            create table part (id int) partition by range (id); create table part_1 partition of part (primary key (id), check (id > 1)) for values from (0) to (9); create index on part_1 (id, lower(id::text)) | partition part_1
            create table novel (mood text) inherits (book)                            | table novel
            create sequence numbers                                                   | sequence numbers
            create view titles as select isbn from book                               | view titles
            create materialized view sums as select count(*) from book                | materialized view sums
            create function one() returns int language sql as 'select 1'              | function one()
            create trigger t before update on book for each row execute function suppress_redundant_updates_trigger() | trigger t on book
            create policy p on book for select using (pages > 1)                      | policy p on book
            create rule r as on delete to book do instead nothing                     | rule r on book
            create statistics s on isbn, pages from book                              | statistics s
            create index by_hand on book (lower(isbn)) where pages > 1                | index by_hand
            create type mood as enum ('glad', 'sad')                                  | type mood
            create foreign data wrapper w; create server s foreign data wrapper w; create foreign table far (id int) server s | foreign table far
            """)
    void isListedAndIsNoDifference(String statement, String listed) {
        try {
            DATABASE.execute(statement);

            assertThat(engine.unmanaged(before)).contains(listed);
            assertThat(engine.compare(before)).isEmpty();
        } finally {
            DATABASE.execute("drop foreign data wrapper if exists w cascade");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            create view titles as select id, pages from book                                    | view 'titles'
            create materialized view sums as select sum(pages) from book                        | materialized view 'sums'
            create policy p on book for select using (pages > 1)                                | policy 'p on book'
            create rule r as on delete to book do also select old.pages                         | rule 'r on book'
            create trigger t before update of pages on book for each row execute function suppress_redundant_updates_trigger() | trigger 't on book'
            create function f() returns int language sql return (select sum(pages) from book)   | function 'f()'
            """)
    void namesWhatADroppedColumnFailsOn(String statement, String name) {
        DATABASE.execute(statement);
        CatalogSnapshot snapshot = CatalogSnapshot.of(DATABASE);

        try (EntityModel.Open after = EntityModel.of(
                        "@Entity class Book { @Id Long id; @Column(length = 20) String isbn; }")
                .open(DATABASE)) {
            assertThat(engine.hazards(after))
                    .anySatisfy(hazard ->
                            assertThat(hazard).contains("The " + name).contains("column 'book.pages', which goes"));
            assertThatThrownBy(() -> engine.migrate(after)).hasMessageContaining("depend");
        }
        assertThat(CatalogSnapshot.of(DATABASE)).isEqualTo(snapshot);
    }

    @Test
    void namesATableThatHasATypeWhichIsMadeAnew() {
        DATABASE.clear();
        engine = new Engine(DATABASE);
        String book = "@Entity class Book { @Id Long id; @JdbcTypeCode(SqlTypes.NAMED_ENUM) Mood mood; } enum Mood { ";
        try (EntityModel.Open three = EntityModel.of(book + "GLAD, SAD, SOSO }").open(DATABASE);
                EntityModel.Open two = EntityModel.of(book + "GLAD, SAD }").open(DATABASE)) {
            engine.migrate(three);
            DATABASE.execute(
                    "create table others (mood mood, moods mood[])", "insert into others values ('SAD', '{GLAD}')");
            CatalogSnapshot snapshot = CatalogSnapshot.of(DATABASE);

            assertThat(engine.hazards(two))
                    .anySatisfy(hazard -> assertThat(hazard)
                            .contains("The table 'others'")
                            .contains("columns of type 'mood', which is made anew")
                            .endsWith("alter table others alter column mood type mood using mood::text::mood,"
                                    + " alter column moods type mood[] using moods::text::mood[];"));
            assertThatThrownBy(() -> engine.migrate(two)).hasMessageContaining("depend");
            assertThat(CatalogSnapshot.of(DATABASE)).isEqualTo(snapshot);
        }
    }

    @Test
    void restoresWhatGoesAlongWithADroppedColumn() {
        DATABASE.execute("create statistics s on isbn, pages from book");

        try (EntityModel.Open after = EntityModel.of(
                        "@Entity class Book { @Id Long id; @Column(length = 20) String isbn; }")
                .open(DATABASE)) {
            assertThat(engine.hazards(after))
                    .anySatisfy(hazard ->
                            assertThat(hazard).contains("statistics 's'").contains("goes as well"));
            engine.migrate(after);
            assertThat(DATABASE.query("select stxname from pg_statistic_ext")).isEmpty();
            engine.back(after);
        }
        assertThat(DATABASE.query("select stxname from pg_statistic_ext")).containsExactly("s");
    }

    @Test
    void changesATableThatSomebodyPartitioned() {
        DATABASE.execute(
                "drop table book",
                "create table book (id bigint not null primary key, isbn varchar(20), pages integer) partition by range (id)",
                "create table book_low partition of book for values from (0) to (100)",
                "create view low_isbns as select isbn from book_low",
                "insert into book values (1, '9780', 300)");
        CatalogSnapshot snapshot = CatalogSnapshot.of(DATABASE);

        try (EntityModel.Open after = EntityModel.of("""
                        @Entity @Table(indexes = @Index(name = "by_pages", columnList = "pages"))
                        class Book { @Id Long id; @Column(length = 40) String isbn; Integer pages; @ColumnDefault("'x'") String host;
                            @ManyToOne Shelf shelf; @Enumerated(EnumType.STRING) Kind kind; }
                        @Entity class Shelf { @Id Long id; }
                        enum Kind { A, B }""").open(DATABASE)) {
            engine.migrate(after);
            assertThat(engine.compare(after)).isEmpty();
            assertThat(engine.unmanaged(after)).contains("partition book_low", "view low_isbns");
            engine.back(after);
        }
        assertThat(CatalogSnapshot.of(DATABASE).differenceFrom(snapshot)).isEmpty();
        assertThat(DATABASE.query("select isbn from low_isbns")).containsExactly("9780");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            create table shelf (first book)                                            | changes the row type of its table, which column 'shelf.first' has
            create table shelf (all_of book[])                                         | changes the row type of its table, which column 'shelf.all_of' has
            create domain anyone as book; create table shelf (first anyone)                | changes the row type of its table, which column 'shelf.first' has
            create table above (pages int); alter table book inherit above             | is inherited from 'above'
            drop table book; create table book (id bigint not null, isbn varchar(20), pages int, primary key (id, pages)) partition by range (pages) | is part of the partition key
            create table novel (twice int generated always as (pages * 2) stored) inherits (book) | has the generated column 'novel.twice' over it
            """)
    void namesWhatTheServerRefusesOfARetypedColumn(String statement, String words) {
        DATABASE.execute(statement.split("; "));
        CatalogSnapshot snapshot = CatalogSnapshot.of(DATABASE);

        try (EntityModel.Open after = EntityModel.of(
                        "@Entity class Book { @Id Long id; @Column(length = 20) String isbn; Long pages; }")
                .open(DATABASE)) {
            assertThat(engine.hazards(after))
                    .anySatisfy(hazard ->
                            assertThat(hazard).contains("olumn 'book.pages'").contains(words));
            assertThatThrownBy(() -> engine.migrate(after)).isInstanceOf(RuntimeException.class);
        }
        assertThat(CatalogSnapshot.of(DATABASE)).isEqualTo(snapshot);
    }

    @Test
    void namesAUniqueKeyWithoutTheColumnsOfThePartitionKey() {
        DATABASE.execute(
                "drop table book",
                "create table book (id bigint not null, isbn varchar(20), pages integer, primary key (id)) partition by range (id)");

        try (EntityModel.Open after = EntityModel.of(
                        "@Entity class Book { @Id Long id; @Column(length = 20, unique = true) String isbn; Integer pages; }")
                .open(DATABASE)) {
            assertThat(engine.hazards(after))
                    .anySatisfy(
                            hazard -> assertThat(hazard)
                                    .contains(
                                            "The unique key (isbn) of 'book' lacks a column of the partition key, which is 'RANGE (id)'"));
        }
    }

    @Test
    void keepsTheColumnsAndTheConditionOfAPublication() {
        boolean conditions = TestDatabase.serverVersion() >= 15;
        DATABASE.execute("create publication readers for table only book"
                + (conditions ? " (id, pages) where (pages > 3)" : ""));
        CatalogSnapshot snapshot = CatalogSnapshot.of(DATABASE);

        try (EntityModel.Open after = EntityModel.of(
                        "@Entity class Book { @Id Long id; @Column(length = 20) String isbn; Long pages; }")
                .open(DATABASE)) {
            engine.migrate(after);
            assertThat(CatalogSnapshot.of(DATABASE).lines())
                    .filteredOn(line -> line.startsWith("publication"))
                    .isEqualTo(snapshot.lines().stream()
                            .filter(line -> line.startsWith("publication"))
                            .toList());
            engine.back(before);
        }
        assertThat(CatalogSnapshot.of(DATABASE).differenceFrom(snapshot)).isEmpty();
    }

    @Test
    void namesAPublicationThatLosesItsReplicaIdentity() {
        try (EntityModel.Open keyed = EntityModel.of(
                        "@Entity class Book { @Id Long id; @Column(length = 20, nullable = false, unique = true) String isbn; Integer pages; }")
                .open(DATABASE)) {
            engine.migrate(keyed);
            String key = DATABASE.query(
                            "select conname from pg_constraint where conrelid = 'book'::regclass and contype = 'u'")
                    .get(0);
            DATABASE.execute(
                    "create publication readers for table book",
                    "alter table book replica identity using index " + key);

            assertThat(engine.hazards(before))
                    .anySatisfy(
                            hazard -> assertThat(hazard)
                                    .contains(
                                            "is the replica identity of its table, and publication 'readers' publishes updates"));
        }
    }

    @Test
    void grantsAgainWhatAnotherRoleGrantedAndNoDefaultPrivileges() {
        DATABASE.execute(
                "create view titles as select id, isbn from book",
                "grant usage on schema public to public",
                "grant select on titles to pg_monitor with grant option",
                "set role pg_monitor",
                "grant select on titles to pg_read_all_stats",
                "reset role",
                "alter default privileges in schema public grant select, update on tables to pg_signal_backend");
        CatalogSnapshot snapshot = CatalogSnapshot.of(DATABASE);

        try (EntityModel.Open after = EntityModel.of(
                        "@Entity class Book { @Id Long id; @Column(columnDefinition = \"text\") String isbn; Integer pages; }")
                .open(DATABASE)) {
            engine.migrate(after);
            engine.back(before);
        } finally {
            DATABASE.execute("alter default privileges in schema public revoke all on tables from pg_signal_backend");
        }
        assertThat(CatalogSnapshot.of(DATABASE).lines())
                .filteredOn(line -> line.startsWith("view"))
                .isEqualTo(snapshot.lines().stream()
                        .filter(line -> line.startsWith("view"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            create table novel (mood text) inherits (book)                              | alter table novel no inherit book
            create table shelf (first book)                                             | alter table shelf drop column first
            create type pair as (one book, two book)                                    | drop type public.pair
            create domain anyone as book                                                | drop type public.anyone
            create function f(b book) returns int immutable language sql as 'select 1'; create cast (book as int) with function f(book) | drop cast (public.book AS integer)
            create view titles as select isbn from book                                 | drop view titles
            create table shelf (first bigint references book)                           | drop constraint shelf_first_fkey
            """)
    void namesWhatADroppedTableFailsOn(String statement, String safe) {
        DATABASE.execute(statement.split("; "));
        CatalogSnapshot snapshot = CatalogSnapshot.of(DATABASE);

        try (EntityModel.Open none =
                EntityModel.of("@Entity class Shop { @Id Long id; }").open(DATABASE)) {
            assertThat(engine.hazards(none))
                    .anySatisfy(hazard -> assertThat(hazard).contains(safe));
            assertThatThrownBy(() -> engine.migrate(none)).isInstanceOf(RuntimeException.class);
        }
        assertThat(CatalogSnapshot.of(DATABASE)).isEqualTo(snapshot);
    }

    @Test
    void namesAViewThatAnotherRoleOwns() {
        DATABASE.execute(
                "create view titles as select isbn, pages from book",
                "grant all on schema public to pg_monitor",
                "alter table book owner to pg_monitor",
                "alter table aludel_revision owner to pg_monitor");
        Engine lesser = new Engine(DATABASE, connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set role pg_monitor");
                return connection;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        try (EntityModel.Open after = EntityModel.of(
                        "@Entity class Book { @Id Long id; @Column(length = 20) String isbn; Long pages; }")
                .open(DATABASE)) {
            assertThat(lesser.hazards(after))
                    .anySatisfy(hazard -> assertThat(hazard).contains("The view 'titles' belongs to role 'postgres'"));
        }
    }

    @Test
    void namesADefaultOnASequenceThatGoes() {
        try (EntityModel.Open numbered = EntityModel.of("@Entity class Book { @Id @GeneratedValue Long id; }")
                .open(DATABASE)) {
            engine.migrate(numbered);
            DATABASE.execute("create table shelf (n bigint default nextval('book_seq'))");

            assertThat(engine.hazards(before))
                    .anySatisfy(hazard -> assertThat(hazard).contains("alter table shelf alter column n drop default"));
        }
    }

    @Test
    void bringsBackThePartitionsOfADroppedTable() {
        DATABASE.execute(
                "drop table book",
                "create table book (id bigint not null primary key, isbn varchar(20), pages integer) partition by range (id)",
                "create table book_low partition of book for values from (0) to (100)",
                "create trigger t before update on book_low for each row execute function suppress_redundant_updates_trigger()");
        CatalogSnapshot snapshot = CatalogSnapshot.of(DATABASE);

        try (EntityModel.Open none =
                EntityModel.of("@Entity class Shop { @Id Long id; }").open(DATABASE)) {
            engine.migrate(none);
            assertThat(DATABASE.query("select relname from pg_class where relname like 'book%'"))
                    .isEmpty();
            engine.back(before);
        }
        assertThat(CatalogSnapshot.of(DATABASE).differenceFrom(snapshot)).isEmpty();
    }

    /** From PostgreSQL 18 on a generated column is virtual, and nothing of this can hang on it. */
    @Test
    void keepsWhatHangsOnAGeneratedColumnThatIsMadeAnew() {
        assumeTrue(TestDatabase.serverVersion() < 18);
        try (EntityModel.Open halved = EntityModel.of(
                                "@Entity class Book { @Id Long id; Integer pages; @GeneratedColumn(\"pages / 2\") Integer sheets; }")
                        .open(DATABASE);
                EntityModel.Open rounded = EntityModel.of(
                                "@Entity class Book { @Id Long id; Integer pages; @GeneratedColumn(\"(pages + 1) / 2\") Integer sheets; }")
                        .open(DATABASE)) {
            engine.migrate(halved);
            DATABASE.execute(
                    "alter table book alter column sheets set statistics 33",
                    "alter table book alter column sheets set (n_distinct = 7)",
                    "grant select (sheets) on book to pg_read_all_stats",
                    "create index book_sheets on book using gin ((array[sheets])) with (fastupdate = off)",
                    "comment on index book_sheets is 'five'",
                    "create index book_thin on book (sheets desc nulls last) include (pages)",
                    "alter index book_sheets alter column 1 set statistics 44",
                    "alter table book cluster on book_thin");
            CatalogSnapshot snapshot = CatalogSnapshot.of(DATABASE);

            engine.migrate(rounded);
            assertThat(CatalogSnapshot.of(DATABASE).lines().stream()
                            .map(line -> line.replace("((pages + 1) / 2)", "(pages / 2)")))
                    .containsExactlyInAnyOrderElementsOf(snapshot.lines());
            engine.back(halved);
            assertThat(CatalogSnapshot.of(DATABASE).differenceFrom(snapshot)).isEmpty();
        }
    }
}
