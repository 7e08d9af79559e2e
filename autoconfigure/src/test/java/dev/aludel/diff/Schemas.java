package dev.aludel.diff;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A short way to write schemas down. */
public final class Schemas {

    private Schemas() {}

    public static Schema schema(Table... tables) {
        return new Schema(
                Stream.of(tables)
                        .map(table -> table.name().schema())
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList(),
                List.of(tables),
                List.of());
    }

    /** A table of columns, constraints and indexes in any order; {@code audit.users} stands in another schema. */
    public static Table table(String name, Object... parts) {
        return new Table(
                name(name), only(Column.class, parts), only(Constraint.class, parts), only(Index.class, parts), null);
    }

    private static <T> List<T> only(Class<T> type, Object... parts) {
        return Stream.of(parts).filter(type::isInstance).map(type::cast).toList();
    }

    public static ObjectName name(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? ObjectName.of(name) : ObjectName.of(name.substring(0, dot), name.substring(dot + 1));
    }

    public static Column column(String name, String type) {
        return Column.of(name, type, true);
    }

    public static Column required(String name, String type) {
        return Column.of(name, type, false);
    }

    public static Column identity(String name) {
        return Column.of(name, "bigint", false).withIdentity(Identity.BY_DEFAULT);
    }

    public static Column generated(String name, String type, String expression) {
        return Column.of(name, type, true).withGenerated(new GeneratedValue(Expression.of(expression), true));
    }

    public static Column defaulted(String name, String type, String value) {
        return Column.of(name, type, true).withDefaultValue(Expression.of(value));
    }

    public static PrimaryKey key(String name, String... columns) {
        return new PrimaryKey(ConstraintName.of(name), List.of(columns));
    }

    public static UniqueConstraint unique(String name, String... columns) {
        return UniqueConstraint.of(ConstraintName.of(name), List.of(columns));
    }

    public static CheckConstraint check(String name, String expression) {
        return CheckConstraint.of(ConstraintName.of(name), Expression.of(expression));
    }

    /** A foreign key over one column. */
    public static ForeignKey foreignKey(String name, String column, String target, String targetColumn) {
        return ForeignKey.of(ConstraintName.of(name), List.of(column), name(target), List.of(targetColumn));
    }

    public static Index index(String name, String... columns) {
        return Index.of(
                ConstraintName.of(name),
                false,
                Arrays.stream(columns).map(IndexKey::column).toList());
    }

    public static Index partial(String name, String column, String predicate) {
        return index(name, column).withPredicate(Expression.of(predicate));
    }

    public static Index expressionIndex(String name, String expression) {
        return Index.of(ConstraintName.of(name), false, List.of(IndexKey.expression(Expression.of(expression))));
    }

    public static Sequence sequence(String name, long start, long increment) {
        return Sequence.of(name(name), start, increment);
    }

    public static Sequence owned(String name, String table, String column) {
        return sequence(name, 1, 1).withOptions(null, new Sequence.Owner(name(table), column));
    }
}
