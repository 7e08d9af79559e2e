package dev.aludel.diff.adoption;

import dev.aludel.schema.Acceptance;
import dev.aludel.schema.Acceptance.Kind;
import dev.aludel.schema.Column;
import dev.aludel.schema.Identity;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be accepted of the columns of a table, and of its comment: of a column all that differs, or nothing. */
record ColumnAcceptances(BiPredicate<String, String> keeps, NarrowKeys narrowKeys, OwnAdditions additions) {

    Stream<Accepting> of(Table found, Table mapped) {
        return Stream.concat(
                comment(found, mapped).stream(),
                mapped.columns().stream()
                        .flatMap(column ->
                                found.column(column.name()).flatMap(existing -> of(found, existing, column)).stream()));
    }

    private static Optional<Accepting> comment(Table found, Table mapped) {
        return Optional.ofNullable(mapped.comment() == null ? found.comment() : null)
                .map(comment -> new Accepting(
                        List.of(new Acceptance(Kind.TABLE_COMMENT, mapped.name(), "", "")),
                        table -> table.withComment(comment)));
    }

    private Optional<Accepting> of(Table table, Column found, Column mapped) {
        if (found.equals(mapped)) {
            return Optional.empty();
        }
        List<Acceptance> accepted = new ArrayList<>();
        Column taken = mapped;
        if (!found.type().equals(mapped.type())
                && (keeps.test(found.type(), mapped.type()) || narrowKeys.contains(table.name(), mapped.name()))) {
            accepted.add(one(Kind.TYPE, table, found, found.type() + " for " + mapped.type()));
            taken = taken.withType(found.type());
        }
        if (mapped.nullable() && !found.nullable()) {
            accepted.add(one(Kind.NOT_NULL, table, found, ""));
            taken = taken.withNullable(false);
        }
        if (!mapped.nullable() && found.nullable() && additions.hasNotNull(table, mapped)) {
            accepted.add(one(Kind.NULLABLE, table, found, ""));
            taken = taken.withNullable(true);
        }
        if (mapped.collation() == null && found.collation() != null) {
            accepted.add(one(Kind.COLLATION, table, found, found.collation()));
            taken = taken.withCollation(found.collation());
        }
        if (mapped.comment() == null && found.comment() != null) {
            accepted.add(one(Kind.COMMENT, table, found, ""));
            taken = taken.withComment(found.comment());
        }
        taken = numbers(table, found, taken, accepted);
        Column same = taken.withValues(mapped.values());
        return same.equals(found)
                ? Optional.of(new Accepting(accepted, other -> replaced(other, same)))
                : Optional.empty();
    }

    /** What gives the column a value where an insert brings none. */
    private static Column numbers(Table table, Column found, Column mapped, List<Acceptance> accepted) {
        if (mapped.defaultValue() != null || mapped.generated() != null) {
            return mapped;
        }
        if (found.defaultValue() != null && (mapped.identity() == null || NarrowKeys.takesNext(found))) {
            boolean serial = mapped.identity() != null;
            accepted.add(one(serial ? Kind.SERIAL : Kind.DEFAULT, table, found, ""));
            return mapped.withDefaultValue(found.defaultValue()).withIdentity(null);
        }
        boolean takesValues = mapped.identity() != null || found.identity() == Identity.BY_DEFAULT;
        if (found.identity() != null && takesValues && !Objects.equals(found.identity(), mapped.identity())) {
            accepted.add(
                    one(Kind.IDENTITY, table, found, words(found.identity()) + " for " + words(mapped.identity())));
            return mapped.withIdentity(found.identity());
        }
        return mapped;
    }

    private static String words(@Nullable Identity identity) {
        return identity == null ? "none" : identity == Identity.ALWAYS ? "always" : "by default";
    }

    private static Acceptance one(Kind kind, Table table, Column column, String detail) {
        return new Acceptance(kind, table.name(), column.name(), detail);
    }

    private static Table replaced(Table table, Column column) {
        return table.withColumns(table.columns().stream()
                .map(each -> each.name().equals(column.name()) ? column : each)
                .toList());
    }
}
