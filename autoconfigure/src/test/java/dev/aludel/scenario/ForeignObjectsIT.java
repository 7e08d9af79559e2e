package dev.aludel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.TestDatabase;
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
}
