package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.diff.RenameAnswers;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Table;
import dev.aludel.testing.CatalogSnapshot;
import dev.aludel.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column gets another type while others write, between each two of the revisions and on the way back. */
class TypeExchangeIT {

    private static final Table THING = new Table(
            ObjectName.of("thing"),
            List.of(Column.of("id", "bigint", false), Column.of("code", "integer", false)),
            List.of(new PrimaryKey(ConstraintName.of("thing_pkey"), List.of("id"))),
            List.of(),
            null);
    private static final String CODES = "select code from thing order by id";

    /** The names that PostgreSQL 18 and later give to not-null constraints; none before. */
    private static final String NOT_NULLS =
            "select conname from pg_constraint where conrelid = 'thing'::regclass and contype = 'n' order by 1";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void aTableWithTexts() {
        DATABASE.clear();
        DATABASE.execute(
                "create table thing (id bigint primary key, code varchar(20) not null)",
                "insert into thing (id, code) values (1, '10'), (2, '020')");
    }

    @Test
    void whatIsWrittenMeanwhileIsInBothColumns() {
        CatalogSnapshot before = CatalogSnapshot.of(DATABASE);
        List<String> notNulls = DATABASE.query(NOT_NULLS);
        Commands commands = commands();
        assertThat(revise(commands)).isEqualTo(3);

        commands.upgrade("+1");
        DATABASE.execute("insert into thing (id, code) values (3, '30')", "update thing set code = '11' where id = 1");
        commands.upgrade("+1");
        assertThat(DATABASE.query("select code + 1 from thing order by id")).containsExactly("12", "21", "31");
        DATABASE.execute("insert into thing (id, code) values (4, 40)", "update thing set code = 31 where id = 3");
        commands.downgrade("-1");
        assertThat(DATABASE.query(CODES)).containsExactly("11", "020", "31", "40");
        DATABASE.execute("insert into thing (id, code) values (5, '50')");
        commands.upgrade("head");
        assertThat(DATABASE.query(CODES)).containsExactly("11", "20", "31", "40", "50");
        assertThat(commands.compare().operations()).isEmpty();
        assertThat(DATABASE.query(NOT_NULLS)).isEqualTo(notNulls);

        DATABASE.execute("insert into thing (id, code) values (6, 60)");
        commands.downgrade("-1");
        DATABASE.execute("update thing set code = 61 where id = 6");
        commands.downgrade("-1");
        DATABASE.execute("update thing set code = '62' where id = 6");
        commands.downgrade("-1");
        assertThat(DATABASE.query(CODES)).containsExactly("11", "20", "31", "40", "50", "62");
        assertThat(CatalogSnapshot.of(DATABASE).differenceFrom(before)).isEmpty();
        assertThat(DATABASE.query(NOT_NULLS)).isEqualTo(notNulls);
    }

    /** Another column, and other keys over it, would lose what nobody told Aludel of. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant select (code) on thing to pg_monitor",
                "alter table thing alter column code set statistics 77",
                "create index thing_code on thing (code); comment on index thing_code is 'by hand'",
                "alter table thing add constraint thing_codes unique (code); comment on constraint thing_codes on thing is 'kept'",
                "alter table thing add constraint thing_codes unique (code); alter table thing replica identity using index thing_codes"
            })
    void aColumnThatSomebodyToldThingsOfIsChangedAtOnce(String statements) {
        DATABASE.execute(statements.split("; "));
        CatalogSnapshot before = CatalogSnapshot.of(DATABASE);
        Commands commands = commands();

        assertThat(revise(commands)).isEqualTo(1);
        commands.upgrade("head");
        commands.downgrade("-1");

        assertThat(CatalogSnapshot.of(DATABASE).differenceFrom(before)).isEmpty();
    }

    /** A trigger of the table does not see what is written to one that inherits from it. */
    @Test
    void aTableThatOthersInheritFromIsChangedAtOnce() {
        DATABASE.execute("create table special () inherits (thing)", "insert into special (id, code) values (3, '30')");
        Commands commands = commands();

        assertThat(revise(commands)).isEqualTo(1);
        commands.upgrade("head");

        assertThat(DATABASE.query(CODES)).containsExactly("10", "20", "30");
    }

    @Test
    void whatAnotherTriggerMakesOfARowIsInBothColumns() {
        DATABASE.execute(
                "create function padded() returns trigger language plpgsql as $$ begin new.code := new.code || '0'; return new; end $$",
                "create trigger padded before insert on thing for each row execute function padded()");
        Commands commands = commands();
        revise(commands);

        commands.upgrade("+1");
        DATABASE.execute("insert into thing (id, code) values (3, '3')");

        assertThat(DATABASE.query("select aludel_code from thing where id = 3")).containsExactly("30");
    }

    @Test
    void isAPlainChangeWhereAViewStandsOnTheColumn() {
        DATABASE.execute("create view codes as select code from thing");

        assertThat(revise(commands())).isEqualTo(1);
    }

    @Test
    void isAPlainChangeWhereAForeignKeyStandsOnTheColumn() {
        DATABASE.execute(
                "alter table thing add unique (code)", "create table other (code varchar(20) references thing (code))");

        assertThat(revise(commands())).isEqualTo(1);
    }

    @Test
    void isAPlainChangeWhereThePrimaryKeyStandsOnTheColumn() {
        DATABASE.execute("alter table thing drop constraint thing_pkey, add primary key (id, code)");

        assertThat(revise(commands())).isEqualTo(1);
    }

    private int revise(Commands commands) {
        return commands.autogenerate(
                        NewRevision.of("numbers", null).withOnline(true), RenameAnswers.NONE, Defaults.none())
                .steps()
                .size();
    }

    private Commands commands() {
        return ModelCommands.of(DATABASE, folder, THING);
    }
}
