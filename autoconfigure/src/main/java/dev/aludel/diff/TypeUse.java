package dev.aludel.diff;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Expression;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.OutgoingName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.UserType;
import dev.aludel.schema.View;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Where the values of a type are used: by columns that have it, alone or within another type, and by the texts beside them. */
final class TypeUse {

    private final Schema before;
    private final Schema after;
    private final Set<ObjectName> types = new HashSet<>();

    TypeUse(Schema before, Schema after, ObjectName type) {
        this.before = before;
        this.after = after;
        types.add(type);
        for (UserType other : TypeOrder.of(after.types())) {
            if (TypeOrder.uses(other).stream().anyMatch(types::contains)) {
                types.add(other.name());
            }
        }
    }

    /** Whether a column that is there gets the type, so that its rows may need any of its values at once. */
    boolean isGainedByColumns() {
        return after.tables().stream()
                .anyMatch(table -> before.table(table.name()).stream()
                        .flatMap(old -> old.columns().stream())
                        .anyMatch(old -> !isOfType(old)
                                && table.column(old.name())
                                        .filter(this::isOfType)
                                        .isPresent()));
    }

    /** Whether a column of the type gets another default, which says a whole value and thus how many attributes there are. */
    boolean hasOtherDefault() {
        return after.tables().stream()
                .anyMatch(table -> before.table(table.name()).stream()
                        .flatMap(old -> old.columns().stream())
                        .filter(this::isOfType)
                        .anyMatch(old -> table.column(old.name())
                                .filter(now -> !Objects.equals(old.defaultValue(), now.defaultValue()))
                                .isPresent()));
    }

    /** Whether a default, a check or the like speaks of a value. */
    boolean isSpokenOf(List<String> values) {
        Stream<Expression> ofTables = after.tables().stream()
                .filter(table -> table.columns().stream().anyMatch(this::isOfType))
                .flatMap(TypeUse::texts);
        Stream<Expression> ofViews = after.views().stream().map(View::query);
        return Stream.concat(ofTables, ofViews).anyMatch(text -> values.stream().anyMatch(text::mentions));
    }

    private boolean isOfType(Column column) {
        return OutgoingName.nameIn(column.type()).filter(types::contains).isPresent();
    }

    private static Stream<Expression> texts(Table table) {
        Stream<Expression> columns = table.columns().stream()
                .flatMap(column -> Stream.of(
                        column.defaultValue(),
                        column.generated() == null ? null : column.generated().expression()));
        Stream<Expression> checks =
                table.constraints(CheckConstraint.class).stream().map(CheckConstraint::expression);
        Stream<Expression> keys = table.indexes().stream()
                .flatMap(index -> index.keys().stream())
                .filter(key -> !key.isColumn())
                .map(IndexKey::expression);
        Stream<Expression> predicates = table.indexes().stream().map(Index::predicate);
        return Stream.of(columns, checks, keys, predicates).flatMap(all -> all).filter(Objects::nonNull);
    }
}
