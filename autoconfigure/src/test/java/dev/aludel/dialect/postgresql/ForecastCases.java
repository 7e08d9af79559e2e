package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AddMirror;
import dev.aludel.operation.AddNotNull;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTableComment;
import dev.aludel.operation.AlterTableOptions;
import dev.aludel.operation.ContinueNumbers;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropMirror;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.EachWay;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameNotNulls;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RenameValue;
import dev.aludel.operation.TakeIndex;
import dev.aludel.operation.ValidateNotNull;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.Numbers;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableOptions;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;

/** Operations on tables with rows, at least one of each kind that concerns a table. */
final class ForecastCases {

    static final ObjectName T = ObjectName.of("t");

    private static final ObjectName PARENT = ObjectName.of("parent");
    private static final ObjectName KEYLESS = ObjectName.of("keyless");
    private static final ObjectName ALONE = ObjectName.of("alone");

    /** The tables, and functions that give one value for a statement or one for each row. */
    static final String[] TABLES = {
        "create sequence numbers",
        "create function mine() returns int language plpgsql volatile as 'begin return 1; end'",
        "create function calm() returns int language sql stable as 'select 1'",
        "create table parent (id bigint primary key)",
        "insert into parent select n from generate_series(1, 1000) n",
        """
        create table t (id bigint primary key, whole integer, word varchar(20), free text, fixed char(8),
            amount numeric(10,2), at timestamp(3), zoned timestamp(3) with time zone, hour time(3), bits varbit(8), net cidr,
            doc json, words varchar(20)[], parent bigint, told bigint constraint told_fk references parent, kind text, base integer, plain integer,
            generated integer generated always as (base + 1) stored, counted integer not null default 0,
            constraint t_check check (whole > -1), constraint t_word unique (word))""",
        """
        insert into t (id, whole, word, free, fixed, amount, at, zoned, hour, bits, net, doc, words, parent, told, kind)
        select n, n, 'w' || n, 'f', 'x', n, now(), now(), '10:00', b'1', '10.0.0.0/8', '{}', '{a}', n, n, case when n > 500 then 'A' end
        from generate_series(1, 1000) n""",
        "create index t_whole on t (whole)",
        "create table keyless (id bigint, other int)",
        "insert into keyless select n, n from generate_series(1, 1000) n",
        "create function aludel_keyless_id() returns trigger language plpgsql as 'begin new.other := new.id; return new; end'",
        "create trigger zz_aludel_id before insert or update on keyless for each row execute function aludel_keyless_id()",
        "alter table t add column kept integer default 1",
        """
        do $$ begin
            if current_setting('server_version_num')::int >= 180000 then
                execute 'alter table t add constraint t_kept_not_null not null kept not valid';
            end if;
        end $$""",
        "create table indexed (id bigint not null)",
        "insert into indexed select n from generate_series(1, 1000) n",
        "create unique index indexed_id on indexed (id)",
        "create table alone (id bigint)",
        "insert into alone select n from generate_series(1, 1000) n",
        "analyze"
    };

    private ForecastCases() {}

    static Stream<Operation> all() {
        return Stream.of(tables(), columns(), changes(), constraints(), names(), notNull())
                .flatMap(List::stream);
    }

    /** What a server before PostgreSQL 18 does not know. */
    private static List<Operation> notNull() {
        Column whole = Column.of("whole", "integer", false);
        return new PostgresRenderer().rendersNotNull(TestDatabase.serverVersion())
                ? List.of(new AddNotNull(T, whole), new ValidateNotNull(T, Column.of("kept", "integer", false)))
                : List.of();
    }

    private static List<Operation> tables() {
        Table made =
                new Table(ObjectName.of("made"), List.of(Column.of("id", "bigint", false)), List.of(), List.of(), null);
        Table alone = new Table(ALONE, List.of(Column.of("id", "bigint", true)), List.of(), List.of(), null);
        return List.of(
                new CreateTable(made),
                new DropTable(alone),
                new AlterTableComment(T, null, "about t"),
                new AlterTableOptions(T, TableOptions.NONE, new TableOptions(List.of("fillfactor=70"), null, "")),
                new ContinueNumbers(
                        T,
                        "id",
                        List.of(),
                        List.of(new Numbers.OfSequence(ObjectName.of("numbers"), 1, 1, Numbers.Blocks.SINGLE))),
                new RenameValue(T, "kind", "A", "B"),
                new TakeIndex(
                        ObjectName.of("indexed"),
                        new PrimaryKey(ConstraintName.of("indexed_pkey"), List.of("id")),
                        "indexed_id"),
                new EachWay(List.of(new RenameColumn(T, "plain", "plainer")), List.of(), false),
                new AddMirror(T, Column.of("whole", "integer", true), Column.of("plain", "integer", true)),
                new DropMirror(KEYLESS, Column.of("id", "bigint", true), Column.of("other", "integer", true)));
    }

    private static List<Operation> columns() {
        Column added = Column.of("added", "integer", true);
        GeneratedValue twice = new GeneratedValue(Expression.of("base * 2"), true);
        return Stream.of(
                        added,
                        added.withNullable(false).withDefaultValue(Expression.of("1")),
                        added.withIdentity(Identity.ALWAYS).withNullable(false),
                        added.withGenerated(twice),
                        added.withNullable(false).withValues(added.values().withFill("0")),
                        added.withNullable(false).withValues(added.values().withFill("whole + 1")),
                        added.withType("uuid").withDefaultValue(Expression.of("gen_random_uuid()")))
                .map(column -> (Operation) new AddColumn(T, column))
                .toList();
    }

    private static List<Operation> changes() {
        Column whole = Column.of("whole", "integer", true);
        Column counted = Column.of("counted", "integer", false).withDefaultValue(Expression.of("0"));
        Column word = Column.of("word", "varchar(20)", true);
        Column kind = Column.of("kind", "text", true);
        Column generated = Column.of("generated", "integer", true)
                .withGenerated(new GeneratedValue(Expression.of("base + 1"), true));
        return List.of(
                new DropColumn(T, whole.withName("parent")),
                new AlterColumn(T, whole, whole.withNullable(false)),
                new AlterColumn(T, counted, counted.withNullable(true)),
                new AlterColumn(T, counted, counted.withDefaultValue(Expression.of("7"))),
                new AlterColumn(T, counted, counted.withDefaultValue(null)),
                new AlterColumn(T, whole, whole.withComment("how many")),
                new AlterColumn(T, word, word.withCollation("C")),
                new AlterColumn(T, kind, kind.withNullable(false).withDefaultValue(Expression.of("'B'"))),
                new AlterColumn(T, counted, counted.withDefaultValue(null).withIdentity(Identity.BY_DEFAULT)),
                new AlterColumn(
                        T, generated, generated.withGenerated(new GeneratedValue(Expression.of("base + 2"), true))),
                new AlterColumn(T, generated, generated.withGenerated(null)));
    }

    private static List<Operation> constraints() {
        CheckConstraint check = CheckConstraint.of(ConstraintName.of("t_check"), Expression.of("whole > -1"));
        UniqueConstraint unique = UniqueConstraint.of(ConstraintName.of("t_word"), List.of("word"));
        ForeignKey told = ForeignKey.of(ConstraintName.of("told_fk"), List.of("told"), PARENT, List.of("id"));
        ForeignKey own = ForeignKey.of(ConstraintName.of("own_fk"), List.of("parent"), T, List.of("id"));
        Index index = Index.of(ConstraintName.of("t_whole"), false, List.of(IndexKey.column("whole")));
        return List.of(
                new AddConstraint(KEYLESS, new PrimaryKey(ConstraintName.of("keyless_pkey"), List.of("id"))),
                new AddConstraint(T, UniqueConstraint.of(ConstraintName.of("uk"), List.of("whole"))),
                new AddConstraint(T, told.withName(ConstraintName.of("fk"))),
                new AddConstraint(T, own),
                new AddConstraint(T, check.withName(ConstraintName.of("ck"))),
                new AddConstraint(
                        T,
                        new ExclusionConstraint(
                                ConstraintName.of("ex"), Expression.of("exclude using btree (whole with =)"))),
                new DropConstraint(T, check),
                new DropConstraint(T, unique),
                new DropConstraint(T, told),
                new CreateIndex(T, index.withName(ConstraintName.of("other"))),
                new CreateIndex(T, Index.of(ConstraintName.of("key"), true, List.of(IndexKey.column("whole")))),
                new DropIndex(T, index));
    }

    private static List<Operation> names() {
        Operation notNull =
                new RenameNotNulls(List.of(new RenameNotNulls.Name(T, "t_counted_not_null", "t_number_not_null")));
        Stream<Operation> since18 = TestDatabase.serverVersion() >= 18 ? Stream.of(notNull) : Stream.of();
        return Stream.concat(
                        Stream.of(
                                new RenameTable(T, ObjectName.of("u")),
                                new RenameColumn(T, "whole", "entire"),
                                new RenameConstraint(T, "t_check", "whole_check"),
                                new RenameIndex(T, "t_whole", "t_entire")),
                        since18)
                .toList();
    }
}
