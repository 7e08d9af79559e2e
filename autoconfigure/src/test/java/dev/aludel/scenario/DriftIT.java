package dev.aludel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.EntityModel;
import dev.aludel.testing.SincePostgres;
import dev.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody changes by hand in a database that was at head: each attribute of what a mapping says is seen and led back to
 * a fresh creation; what no mapping says is left as it is.
 */
class DriftIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static EntityModel.Open model;
    private static CatalogSnapshot fresh = CatalogSnapshot.EMPTY;

    private Engine engine = new Engine(DATABASE);

    @BeforeAll
    static void open() {
        EntityModel entities = EntityModel.of("""
                @Entity
                @Table(uniqueConstraints = @UniqueConstraint(name = "book_isbn", columnNames = {"isbn", "edition"}),
                    indexes = {@Index(name = "by_title", columnList = "title, pages desc"),
                        @Index(name = "by_lower", columnList = "(lower(title))"),
                        @Index(name = "one_code", columnList = "code", unique = true)})
                @Comment("what we lend") @Check(name = "few", constraints = "pages > 0")
                class Book {
                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                    String title;
                    @Column(nullable = false) String isbn;
                    Integer edition;
                    @ColumnDefault("1") Integer pages;
                    @ColumnDefault("'it''s'") String note;
                    @Enumerated(EnumType.STRING) Kind kind;
                    @Column(precision = 10, scale = 2) BigDecimal price;
                    @Comment("of the sale") Instant at;
                    @GeneratedColumn("pages * 2") Integer twice;
                    Integer[] marks;
                    @JdbcTypeCode(SqlTypes.JSON) Map<String, String> details;
                    @Collate("C") String code;
                    @ManyToOne @JoinColumn(foreignKey = @ForeignKey(name = "written_by")) @OnDelete(action = OnDeleteAction.CASCADE) Author author;
                    @ManyToOne Author editor;
                }
                enum Kind { NOVEL, POEM }
                @Embeddable class SeatId { Integer hall; Integer place; }
                @Entity class Seat { @EmbeddedId SeatId id; }
                @Entity class Ticket { @Id Long id; @ManyToOne Seat seat; }
                @Entity class Author { @Id @GeneratedValue Long id; @Column(unique = true) String name; }
                """);
        model = entities.open(DATABASE);
        new Engine(DATABASE).migrate(model);
        fresh = CatalogSnapshot.of(DATABASE);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @BeforeEach
    void create() {
        DATABASE.clear();
        engine = new Engine(DATABASE);
        engine.migrate(model);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table book",
                "alter table book drop title",
                "alter table book add extra text",
                "alter table book add extra text not null default 'x'",
                "alter table book alter title type varchar(20)",
                "alter table book alter title type varchar",
                "alter table book alter title type text",
                "alter table book alter edition type bigint",
                "alter table book alter edition type text",
                "alter table book alter price type numeric(10, 3)",
                "alter table book alter price type numeric(12, 2)",
                "alter table book alter price type numeric",
                "alter table book alter price type double precision",
                "alter table book alter at type timestamp(3) with time zone",
                "alter table book alter at type timestamp(6)",
                "alter table book alter at type date",
                "alter table book alter marks type bigint[]",
                "alter table book alter marks type text[]",
                "alter table book alter details type json",
                "alter table book alter title type varchar(255) collate \"C\"",
                "alter table book alter code type varchar(255) collate \"default\"",
                "alter table book alter title set not null",
                "alter table book alter isbn drop not null",
                "alter table book alter pages set default 2",
                "alter table book alter pages drop default",
                "alter table book alter note set default 'its'",
                "alter table book alter note set default 'IT''S'",
                "alter table book alter title set default 'x'",
                "alter table book alter title set default random()::text",
                "alter table book alter title set default ''",
                "comment on column book.at is 'of The sale'",
                "comment on column book.at is null",
                "comment on column book.title is 'x'",
                "comment on table book is 'what we sell'",
                "comment on table book is null",
                "comment on table author is 'x'",
                "alter table book alter id drop identity",
                "alter table book alter id set generated always",
                "alter table book drop twice, add twice integer",
                "alter table book drop twice, add twice integer generated always as (pages * 3) stored",
                "alter table author drop constraint author_pkey cascade",
                "alter table book drop constraint book_pkey, add primary key (id, isbn)",
                "alter table book drop constraint book_isbn",
                "alter table book drop constraint book_isbn, add constraint book_isbn unique (edition, isbn)",
                "alter table book drop constraint book_isbn, add constraint book_isbn unique (isbn)",
                "alter table book drop constraint book_isbn, add constraint book_isbn unique (isbn, edition) deferrable",
                "alter table book rename constraint book_isbn to other",
                "alter table book add unique (title)",
                "alter table author drop constraint author_name_key",
                "alter table book drop constraint written_by",
                "alter table book drop constraint written_by, add constraint written_by foreign key (author_id) references author",
                "alter table book drop constraint written_by, add constraint written_by foreign key (author_id) references author on delete cascade on update cascade",
                "alter table book drop constraint written_by, add constraint written_by foreign key (author_id) references book on delete cascade",
                "alter table book drop constraint written_by, add constraint written_by foreign key (editor_id) references author on delete cascade",
                "alter table book alter constraint written_by deferrable initially deferred",
                "alter table book drop constraint written_by, add constraint written_by foreign key (author_id) references author match full on delete cascade",
                "alter table book drop constraint written_by, add constraint written_by foreign key (author_id) references author on delete cascade not valid",
                "alter table book add foreign key (edition) references author",
                "alter table book add foreign key (author_id) references author on delete cascade",
                "alter table book drop constraint few",
                "alter table book drop constraint few, add constraint few check (pages > 1)",
                "alter table book drop constraint few, add constraint few check (pages > 0) not valid",
                "alter table book drop constraint few, add constraint few check (pages > 0) no inherit",
                "alter table book rename constraint few to fewer",
                "alter table book add check (pages < 9)",
                "alter table book drop constraint book_kind_check",
                "alter table book drop constraint book_kind_check, add constraint book_kind_check check (kind in ('NOVEL'))",
                "alter table book drop constraint book_kind_check, add constraint book_kind_check check (kind in ('NOVEL', 'POEM', 'ESSAY'))",
                "alter table book drop constraint book_kind_check, add constraint book_kind_check check (kind in ('novel', 'POEM'))",
                "drop index by_title",
                "drop index by_title; create index by_title on book (title)",
                "drop index by_title; create index by_title on book (pages desc, title)",
                "drop index by_title; create index by_title on book (title, pages)",
                "drop index by_title; create index by_title on book (title, pages desc nulls last)",
                "drop index by_title; create unique index by_title on book (title, pages desc)",
                "drop index by_title; create index by_title on book (title, pages desc) where pages > 1",
                "drop index by_title; create index by_title on book (title, pages desc) include (note)",
                "drop index by_title; create index by_title on book (title varchar_pattern_ops, pages desc)",
                "drop index by_title; create index by_title on book (title collate \"C\", pages desc)",
                "drop index by_title; create index by_title on book using hash (title)",
                "alter index by_title set (fillfactor = 70)",
                "drop index by_lower; create index by_lower on book (upper(title))",
                "drop index by_lower; create index by_lower on book (lower(note))",
                "alter table book drop constraint one_code; create index one_code on book (code)",
                "drop sequence author_seq",
                "alter sequence author_seq increment by 1",
            })
    void seesAndMends(String change) {
        DATABASE.execute(change);

        assertThat(engine.compare(model)).isNotEmpty();
        Engine.Step step = engine.migrate(model);
        assertThat(CatalogSnapshot.of(DATABASE).differenceFrom(fresh))
                .as(step.upgrade())
                .isEmpty();
        assertThat(engine.compare(model)).isEmpty();
    }

    /** As a concurrent build that failed leaves it. */
    @Test
    void saysThatAnIndexIsInvalidAndBuildsItAnew() {
        String change = "update pg_index set indisvalid = false where indexrelid = 'by_title'::regclass";
        DATABASE.execute(change);

        assertThat(engine.compare(model))
                .anySatisfy(line ->
                        assertThat(line).contains("drop index book.by_title").contains("INVALID"));
        seesAndMends(change);
    }

    @Test
    void tellsWhatIsNotValidYetApart() {
        DATABASE.execute("alter table book drop constraint few, add constraint few check (pages > 0) not valid");

        assertThat(engine.compare(model))
                .containsExactly(
                        "drop constraint book.few: check (pages > 0) not valid, from Book.pages",
                        "add constraint book.few: check (pages > 0), from Book.pages");
    }

    @SincePostgres(15)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table book drop constraint book_isbn, add constraint book_isbn unique nulls not distinct (isbn, edition)",
                "alter table book drop constraint one_code, add constraint one_code unique nulls not distinct (code)",
            })
    void seesAndMendsWhatIsNewIn15(String change) {
        seesAndMends(change);
    }

    @SincePostgres(18)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table book drop twice, add twice integer generated always as (pages * 2) stored",
                "alter table book drop constraint few, add constraint few check (pages > 0) not enforced",
                "alter table book drop constraint written_by, add constraint written_by foreign key (author_id) references author on delete cascade not enforced",
                "alter table book alter isbn drop not null, add constraint book_isbn_not_null not null isbn not valid",
            })
    void seesAndMendsWhatIsNewIn18(String change) {
        seesAndMends(change);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table book rename constraint book_pkey to pk",
                "alter table book alter title set default null",
                "alter table book set (autovacuum_enabled = false)",
                "alter table book set (fillfactor = 70, toast_tuple_target = 1024)",
                "alter table book add constraint extra exclude using btree (pages with =)",
                "alter table book alter title set compression pglz",
                "alter table book alter title set (n_distinct = 5)",
                "alter table book force row level security",
                "alter table book disable trigger all",
                "create sequence extra owned by book.pages",
                "alter table book drop constraint book_pkey, add constraint book_pkey primary key (id) with (fillfactor = 50)",
                "alter table seat drop constraint seat_pkey cascade, add constraint seat_pkey primary key (place, hall);"
                        + "alter table ticket add foreign key (seat_place, seat_hall) references seat (place, hall)",
                "alter table book alter title set storage plain",
                "alter table book alter title set statistics 500",
                "alter table book enable row level security; create policy p on book using (pages > 1)",
                "alter table book replica identity full",
                "alter table book set unlogged",
                "grant select on book to public",
                "grant select (title) on book to public",
                "comment on constraint few on book is 'x'",
                "comment on index by_title is 'x'",
                "comment on sequence author_seq is 'x'",
                "cluster book using by_title",
                "create index extra on book (edition)",
                "create unique index extra on book (lower(title)) where pages > 1",
                "create table extra (id int primary key references author)",
                "create table extra () inherits (author)",
                "create table extra (id int) partition by hash (id); create table part partition of extra for values with (modulus 1, remainder 0)",
                "create sequence extra",
                "create schema extra; create table extra.book (id int)",
                "create type extra as enum ('a')",
                "create domain extra as text check (value <> '')",
                "create type extra as (a int)",
                "create view extra as select title from book",
                "create materialized view extra as select title from book; create index on extra (title)",
                "create function extra() returns int language sql as 'select 1'",
                "create trigger extra before update on book for each row execute function suppress_redundant_updates_trigger()",
                "create rule extra as on delete to book do instead nothing",
                "create statistics extra on id, pages from book",
                "alter sequence author_seq cache 20",
                "alter sequence author_seq cycle",
                "alter sequence author_seq maxvalue 9999999",
                "alter sequence author_seq restart 500",
            })
    void leavesAlone(String change) {
        DATABASE.execute(change);
        CatalogSnapshot changed = CatalogSnapshot.of(DATABASE);

        assertThat(engine.compare(model)).isEmpty();
        assertThat(engine.migrate(model)).isEqualTo(Engine.Step.NONE);
        assertThat(CatalogSnapshot.of(DATABASE)).isEqualTo(changed);
    }

    @SincePostgres(18)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table book rename constraint book_isbn_not_null to n",
            })
    void leavesAloneWhatIsNewIn18(String change) {
        leavesAlone(change);
    }
}
