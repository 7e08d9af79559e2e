package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.postgresql.canonical.Suspicion.Answer;
import dev.aludel.dialect.postgresql.canonical.Suspicion.Kind;
import dev.aludel.dialect.postgresql.render.Definitions;
import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.dialect.postgresql.text.ColumnLists;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.Expression;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a database after renames. The server says them itself: a temporary table with the old columns takes the old texts,
 * its columns are renamed, and the texts are printed. A text that cannot be asked about stays as it was: the comparison meets the
 * same obstacle, and reports it.
 */
final class RenamedTexts {

    private final Connection connection;
    private final Catalog database;
    private final Renames renames;
    private final Map<String, Answer> answers = new HashMap<>();

    RenamedTexts(Connection connection, Catalog database, Renames renames) {
        this.connection = connection;
        this.database = database;
        this.renames = renames;
    }

    Catalog renamed() throws SQLException {
        Map<Table, List<Suspicion>> open = new LinkedHashMap<>();
        for (Table table : database.schema().tables()) {
            if (isConcerned(table.name())) {
                List<Suspicion> asked = new ArrayList<>();
                texts(table, question -> {
                    asked.add(question);
                    return null;
                });
                if (!asked.isEmpty()) {
                    open.put(table, asked);
                }
            }
        }
        if (!open.isEmpty()) {
            answers.putAll(new ProofSession(connection, database, renames).answers(open));
        }
        Schema printed = database.schema()
                .mapTables(table ->
                        isConcerned(table.name()) ? texts(table, question -> answers.get(question.key())) : table)
                .mapTables(this::numbered)
                .mapTables(new RenamedLiterals(renames)::in);
        return new Catalog(renames.applyTo(printed), database.others(), database.serverVersion());
    }

    private boolean isConcerned(ObjectName table) {
        return renames.tables().containsKey(table) || !renames.columnsOf(table).isEmpty();
    }

    /** A default that takes its numbers from a sequence follows the sequence, which it holds on to by its oid. */
    private Table numbered(Table table) {
        return renames.sequences().isEmpty()
                ? table
                : table.withColumns(table.columns().stream().map(this::numbered).toList());
    }

    private Column numbered(Column column) {
        Expression value = column.defaultValue();
        if (value == null || !value.mentions("nextval")) {
            return column;
        }
        return database.schema().sequences().stream()
                .map(Sequence::name)
                .filter(sequence -> value.declared().equals(nextval(sequence)))
                .findFirst()
                .map(sequence -> column.withDefaultValue(Expression.of(nextval(renames.sequence(sequence)))))
                .orElse(column);
    }

    private static String nextval(ObjectName sequence) {
        return "nextval(" + Identifiers.literal(new PostgresRenderer().quote(sequence)) + "::regclass)";
    }

    private Table texts(Table table, Function<Suspicion, @Nullable Answer> judge) {
        Texts texts = new Texts(table, judge);
        return table.withColumns(table.columns().stream().map(texts::column).toList())
                .withConstraints(
                        table.constraints().stream().map(texts::constraint).toList())
                .withIndexes(table.indexes().stream().map(texts::index).toList());
    }

    /** The texts of one table. */
    private final class Texts {

        private final Table table;
        private final Function<Suspicion, @Nullable Answer> judge;
        private final Map<String, String> columns;

        Texts(Table table, Function<Suspicion, @Nullable Answer> judge) {
            this.table = table;
            this.judge = judge;
            this.columns = renames.columnsOf(table.name());
        }

        Column column(Column column) {
            GeneratedValue generated = column.generated();
            if (generated == null) {
                return column;
            }
            Suspicion.Probe probe = (copy, name, text) -> "alter table " + copy + " add column " + name + " "
                    + new Definitions(new PostgresRenderer()).type(column) + " generated always as (" + text
                    + (generated.stored() ? "\n) stored" : "\n) virtual");
            Expression text = renamed(Kind.GENERATED, column.name(), generated.expression(), probe);
            return column.withGenerated(new GeneratedValue(text, generated.stored()));
        }

        Constraint constraint(Constraint constraint) {
            String name = constraint.name().text();
            if (constraint instanceof CheckConstraint check) {
                return check.withExpression(renamed(
                        Kind.CHECK,
                        name,
                        check.expression(),
                        (copy, probe, text) ->
                                "alter table " + copy + " add constraint " + probe + " check (" + text + "\n)"));
            }
            if (constraint instanceof ExclusionConstraint exclusion) {
                Expression definition = renamed(
                        Kind.EXCLUSION,
                        name,
                        exclusion.definition(),
                        (copy, probe, text) -> "alter table " + copy + " add constraint " + probe + " " + text);
                return new ExclusionConstraint(exclusion.name(), definition, exclusion.key());
            }
            return withColumnLists(constraint);
        }

        private Constraint withColumnLists(Constraint constraint) {
            if (constraint instanceof UniqueConstraint key) {
                return new UniqueConstraint(
                        key.name(), key.columns(), key.nullsDistinct(), ColumnLists.renamed(key.options(), columns));
            }
            return constraint;
        }

        Index index(Index index) {
            List<IndexKey> keys = new ArrayList<>();
            for (int i = 0; i < index.keys().size(); i++) {
                keys.add(key(index, i));
            }
            Expression predicate = index.predicate();
            return index.withKeys(keys)
                    .withPredicate(
                            predicate == null
                                    ? null
                                    : renamed(
                                            Kind.PREDICATE,
                                            index.name().text(),
                                            predicate,
                                            (copy, probe, text) -> "create index " + probe + " on " + copy
                                                    + " ((1)) where (" + text + "\n)"));
        }

        private IndexKey key(Index index, int at) {
            IndexKey key = index.keys().get(at);
            if (key.isColumn()) {
                return key;
            }
            return key.withExpression(renamed(
                    Kind.KEY,
                    index.name() + " " + at,
                    key.expression(),
                    (copy, probe, text) -> "create index " + probe + " on " + copy + " using " + index.method() + " (("
                            + text + "\n) " + key.options() + ")"));
        }

        private Expression renamed(Kind kind, String object, Expression expression, Suspicion.Probe probe) {
            if (!expression.mentions(table.name().name())
                    && columns.keySet().stream().noneMatch(expression::mentions)) {
                return expression;
            }
            String place = kind + " " + table.name() + "." + object;
            Answer answer = judge.apply(new Suspicion(kind, place, expression.declared(), List.of(expression), probe));
            return answer == null || answer.stored() == null ? expression : answer.stored();
        }
    }
}
