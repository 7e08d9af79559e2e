package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.postgresql.canonical.Suspicion.Answer;
import dev.aludel.dialect.postgresql.canonical.Suspicion.Kind;
import dev.aludel.dialect.postgresql.render.Definitions;
import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.TokenReader;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Expression;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a table of the model beside that of the database, asks about each text that differs and puts the answers in:
 * the server's text to compare, or what the database holds where the server could not be asked.
 */
final class Suspicions {

    private static final Definitions DEFINITIONS = new Definitions(new PostgresRenderer());

    private final Table model;
    private final Table database;
    private final Function<Suspicion, @Nullable Answer> judge;

    Suspicions(Table model, Table database, Function<Suspicion, @Nullable Answer> judge) {
        this.model = model;
        this.database = database;
        this.judge = judge;
    }

    Table reviewed() {
        List<Column> columns = model.columns().stream()
                .map(column -> database.column(column.name())
                        .map(stored -> column(column, stored))
                        .orElse(column))
                .toList();
        return model.withColumns(columns)
                .withConstraints(checks())
                .withIndexes(model.indexes().stream().map(this::index).toList());
    }

    private String place(Kind kind, String object) {
        return kind.label() + " " + model.name() + "." + object;
    }

    private Column column(Column column, Column stored) {
        Column reviewed = type(column, stored);
        Expression value = column.defaultValue();
        Expression storedValue = stored.defaultValue();
        if (value != null && storedValue != null) {
            Suspicion.Probe probe = (copy, name, text) ->
                    "alter table " + copy + " add column " + name + " " + DEFINITIONS.type(column) + " default " + text;
            String place = place(Kind.DEFAULT, column.name());
            reviewed = reviewed.withDefaultValue(answered(Kind.DEFAULT, place, value, List.of(storedValue), probe));
        }
        GeneratedValue generated = column.generated();
        GeneratedValue storedGenerated = stored.generated();
        if (generated != null && storedGenerated != null) {
            Suspicion.Probe probe = (copy, name, text) -> "alter table " + copy + " add column " + name + " "
                    + DEFINITIONS.type(column) + " generated always as (" + text
                    + (generated.stored() ? "\n) stored" : "\n) virtual");
            Expression expression = answered(
                    Kind.GENERATED,
                    place(Kind.GENERATED, column.name()),
                    generated.expression(),
                    List.of(storedGenerated.expression()),
                    probe);
            reviewed = reviewed.withGenerated(new GeneratedValue(expression, generated.stored()));
        }
        return reviewed;
    }

    /** Two types that are both known here and differ, differ; only what is not known is a question. */
    private Column type(Column column, Column stored) {
        if (column.type().equals(stored.type()) || (isKnown(column.type()) && isKnown(stored.type()))) {
            return column;
        }
        Suspicion.Probe probe = (copy, name, text) -> "alter table " + copy + " add column " + name + " " + text;
        Expression type = answered(
                Kind.TYPE,
                place(Kind.TYPE, column.name()),
                Expression.of(column.type()),
                List.of(Expression.of(stored.type())),
                probe);
        return type.normal().equals(stored.type()) ? column.withType(stored.type()) : column;
    }

    private static boolean isKnown(String type) {
        TokenReader reader = new TokenReader(type);
        return !reader.atEnd() && TypeName.read(reader, "").builtIn() && reader.atEnd();
    }

    private Expression answered(
            Kind kind, String place, Expression expression, List<Expression> stored, Suspicion.Probe probe) {
        if (stored.isEmpty() || stored.contains(expression)) {
            return expression;
        }
        Answer answer = judge.apply(new Suspicion(kind, place, expression.declared(), stored, probe));
        if (answer == null) {
            return expression;
        }
        return answer.obstacle() != null
                ? stored.get(0)
                : answer.printed() == null ? expression : expression.withNormal(answer.printed());
    }

    /** A check is asked about beside all checks of the table that are none of the model's; each of these answers once. */
    private List<Constraint> checks() {
        List<Expression> mine = model.constraints(CheckConstraint.class).stream()
                .map(CheckConstraint::expression)
                .toList();
        List<CheckConstraint> left = new ArrayList<>(database.constraints(CheckConstraint.class).stream()
                .filter(check -> !mine.contains(check.expression()))
                .toList());
        List<Expression> stored = database.constraints(CheckConstraint.class).stream()
                .map(CheckConstraint::expression)
                .toList();
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : model.constraints()) {
            boolean suspect = constraint instanceof CheckConstraint check && !stored.contains(check.expression());
            constraints.add(suspect ? check((CheckConstraint) constraint, left) : constraint);
        }
        return constraints;
    }

    private CheckConstraint check(CheckConstraint check, List<CheckConstraint> left) {
        List<CheckConstraint> candidates = left.stream()
                .sorted(Comparator.comparing((CheckConstraint other) -> !isNamedLike(check, other))
                        .thenComparing(other -> !columns(check).equals(columns(other))))
                .toList();
        Suspicion.Probe probe =
                (copy, name, text) -> "alter table " + copy + " add constraint " + name + " check (" + text + "\n)";
        Expression expression = answered(
                Kind.CHECK,
                "check " + model.name(),
                check.expression(),
                candidates.stream().map(CheckConstraint::expression).toList(),
                probe);
        candidates.stream()
                .filter(other -> other.expression().equals(expression))
                .findFirst()
                .ifPresent(left::remove);
        return check.withExpression(expression);
    }

    private static boolean isNamedLike(CheckConstraint check, CheckConstraint other) {
        return check.name().text().equals(other.name().text());
    }

    private List<String> columns(CheckConstraint check) {
        return model.columns().stream()
                .map(Column::name)
                .filter(check::concerns)
                .toList();
    }

    private Index index(Index index) {
        List<Index> candidates = candidates(index);
        if (candidates.isEmpty() || candidates.stream().anyMatch(other -> other.equals(index.withName(other.name())))) {
            return index;
        }
        List<IndexKey> keys = new ArrayList<>();
        for (int i = 0; i < index.keys().size(); i++) {
            keys.add(options(index, i, key(index, i, candidates), candidates));
        }
        Expression predicate = index.predicate();
        if (predicate != null) {
            Suspicion.Probe probe =
                    (copy, name, text) -> "create index " + name + " on " + copy + " ((1)) where (" + text + "\n)";
            List<Expression> stored = candidates.stream()
                    .flatMap(other -> java.util.stream.Stream.ofNullable(other.predicate()))
                    .toList();
            predicate = answered(Kind.PREDICATE, place(Kind.PREDICATE, label(index)), predicate, stored, probe);
        }
        return index.withKeys(keys).withPredicate(predicate);
    }

    private IndexKey key(Index index, int at, List<Index> candidates) {
        IndexKey key = index.keys().get(at);
        if (key.isColumn()) {
            return key;
        }
        Suspicion.Probe probe = (copy, name, text) -> "create index " + name + " on " + copy + " using "
                + index.method() + " ((" + text + "\n) " + key.options() + ")";
        List<Expression> stored = candidates.stream()
                .map(other -> other.keys().get(at).expression())
                .toList();
        String place = place(Kind.KEY, label(index) + " " + (at + 1));
        return key.withExpression(answered(Kind.KEY, place, key.expression(), stored, probe));
    }

    /** Collation and operator class; where the mapping says none, the server has none either. */
    private IndexKey options(Index index, int at, IndexKey key, List<Index> candidates) {
        if (key.options().isEmpty()) {
            return key;
        }
        String head = key.isColumn()
                ? Identifiers.quote(key.expression().declared())
                : "(" + key.expression().declared() + "\n)";
        Suspicion.Probe probe = (copy, name, text) ->
                "create index " + name + " on " + copy + " using " + index.method() + " (" + head + " " + text + ")";
        List<Expression> stored = candidates.stream()
                .map(other -> Expression.of(other.keys().get(at).options()))
                .toList();
        String place = place(Kind.KEY_OPTIONS, label(index) + " " + (at + 1));
        return key.withOptions(answered(Kind.KEY_OPTIONS, place, Expression.of(key.options()), stored, probe)
                .normal());
    }

    private static String label(Index index) {
        return index.name().text();
    }

    /** The index of that name, else those of that shape. */
    private List<Index> candidates(Index index) {
        List<Index> shaped = database.indexes().stream()
                .filter(other -> isShapedLike(index, other))
                .toList();
        List<Index> named = shaped.stream()
                .filter(other -> other.name().text().equals(index.name().text()))
                .toList();
        return named.isEmpty() ? shaped : named;
    }

    private static boolean isShapedLike(Index index, Index other) {
        return shape(index).equals(shape(other))
                && (index.predicate() == null) == (other.predicate() == null)
                && index.unique() == other.unique();
    }

    /** The columns of its keys; nothing for an expression. */
    private static List<String> shape(Index index) {
        return index.keys().stream()
                .map(key -> key.isColumn() ? key.expression().declared() : "")
                .toList();
    }
}
