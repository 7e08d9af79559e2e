package dev.aludel.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.postgresql.PostgresDialect;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RenameType;
import dev.aludel.operation.RenameValue;
import dev.aludel.schema.Column;
import dev.aludel.schema.CompositeType;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.EnumType;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.View;
import dev.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A name is a name, whatever it looks like: none of any kind of object is ever run as SQL. */
class StrangeNamesIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final List<String> PIECES = List.of(
            "\"",
            "'",
            ";",
            "--",
            "$$",
            "$a$",
            "\\",
            "/*",
            "*/",
            "\n",
            "\t",
            ":x",
            "%s",
            "?",
            "{",
            "}",
            "(",
            ")",
            "E'",
            "ä",
            "x",
            "; drop table victim; ",
            "\"; drop table victim; --",
            "'; drop table victim; --",
            ".",
            ",",
            "=",
            " ",
            "\\'");

    static Stream<String> names() {
        Random random = new Random(20261122);
        Stream<String> made = Stream.generate(() -> {
                    StringBuilder name = new StringBuilder();
                    while (name.length() < 30) {
                        name.append(PIECES.get(random.nextInt(PIECES.size())));
                    }
                    return name.substring(0, 30);
                })
                .limit(12);
        return Stream.concat(
                Stream.of("\"; drop table victim; --", "'); drop table victim; --", "\\'; drop table victim; --"),
                made);
    }

    @ParameterizedTest
    @MethodSource("names")
    void areNoStatements(String name) {
        DATABASE.clear();
        DATABASE.execute("drop schema if exists " + quoted(name) + " cascade", "create table victim (id int)");
        Schema first = world(name);
        List<Operation> all = new ArrayList<>(Diff.between(Schema.empty(), first));
        all.addAll(renames(name));
        apply(all);

        assertThat(DATABASE.query(
                        "select relname from pg_class where relnamespace <> 'public'::regnamespace and relkind = 'r'"
                                + " and relnamespace > 16383"))
                .containsExactlyInAnyOrder(name + "renamed", name + "other");
        assertThat(DATABASE.query("select enumlabel from pg_enum order by enumsortorder"))
                .containsExactly(name, "plain");
        assertThat(DATABASE.query("select obj_description(oid) from pg_class where relname = " + "'"
                        + (name + "renamed").replace("'", "''") + "'"))
                .containsExactly(name);

        apply(DiffIT.reversed(all));
        assertThat(DATABASE.query("select relname from pg_class where relnamespace = 'public'::regnamespace"))
                .containsExactly("victim");
        DATABASE.execute("drop schema if exists " + quoted(name) + " cascade");
    }

    private static void apply(List<Operation> plan) {
        DATABASE.execute(plan.stream()
                .flatMap(operation -> new PostgresDialect().renderer().render(operation).stream())
                .toArray(String[]::new));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** One of each kind of object, all of that name. */
    private static Schema world(String name) {
        ObjectName table = ObjectName.of(name, name);
        ObjectName type = ObjectName.of(name, name + "type");
        Column column = Column.of(name, "varchar(90)", true)
                .withComment(name)
                .withDefaultValue(Expression.of("'" + name.replace("'", "''") + "'"));
        return Schema.empty()
                .withNamespaces(List.of(name))
                .withTypes(List.of(
                        EnumType.of(type, List.of(name, "plain")),
                        new CompositeType(
                                ObjectName.of(name, name + "row"),
                                List.of(new CompositeType.Attribute(name, "integer", null, name)),
                                name)))
                .withSequences(List.of(Sequence.of(ObjectName.of(name, name + "seq"), 1, 50)))
                .withViews(List.of(View.of(ObjectName.of(name, name + "view"), Expression.of("select 1 as one"))))
                .withTables(List.of(
                        new Table(
                                table,
                                List.of(Column.of("id", "bigint", false), column),
                                List.of(
                                        new PrimaryKey(ConstraintName.of(name + "pk"), List.of("id")),
                                        UniqueConstraint.of(ConstraintName.of(name + "uk"), List.of(name))),
                                List.of(Index.of(
                                        ConstraintName.of(name + "ix"), false, List.of(IndexKey.descending(name)))),
                                name),
                        new Table(
                                ObjectName.of(name, name + "other"),
                                List.of(Column.of(name, "varchar(90)", true)),
                                List.of(ForeignKey.of(
                                        ConstraintName.of(name + "fk"), List.of(name), table, List.of(name))),
                                List.of(),
                                null)));
    }

    private static List<Operation> renames(String name) {
        ObjectName table = ObjectName.of(name, name);
        return List.of(
                new RenameColumn(table, name, name + "column"),
                new RenameConstraint(table, name + "uk", name + "unique"),
                new RenameIndex(table, name + "ix", name + "index"),
                new RenameSequence(ObjectName.of(name, name + "seq"), ObjectName.of(name, name + "numbers"), false),
                new RenameType(ObjectName.of(name, name + "type"), ObjectName.of(name, name + "kind")),
                new RenameValue(table, name + "column", "'" + name.replace("'", "''") + "'", "'x'"),
                new RenameTable(table, ObjectName.of(name, name + "renamed")));
    }
}
