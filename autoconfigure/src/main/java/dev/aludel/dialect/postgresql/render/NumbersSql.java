package dev.aludel.dialect.postgresql.render;

import static java.util.stream.Collectors.joining;

import dev.aludel.operation.ContinueNumbers;
import dev.aludel.schema.Numbers;
import dev.aludel.schema.Numbers.Blocks;
import dev.aludel.schema.Numbers.Blocks.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The statements that let numbers go on beyond {@code m}, the highest key that the rows have or that the sources so far gave away. What
 * stands beyond it already is left alone, and so is what starts beyond it or has no rows.
 *
 * <p>Hibernate makes several keys of one number (see {@link Blocks}): with an allocation size of 50, a sequence that gives 150 next
 * lets it hand out 101 to 150.
 */
final class NumbersSql implements Numbers.Visitor<String> {

    private final PostgresRenderer names;
    private final ContinueNumbers operation;

    NumbersSql(PostgresRenderer names, ContinueNumbers operation) {
        this.names = names;
        this.operation = operation;
    }

    List<String> statements() {
        return operation.after().stream().map(target -> target.accept(this)).toList();
    }

    @Override
    public String sequence(Numbers.OfSequence target) {
        String sequence = names.quote(target.name());
        String next = next(target.blocks());
        return "select setval(%s, %s, false)\nfrom %s, %s\nwhere m >= %d and %s > last_value + case when is_called then %d else 0 end"
                .formatted(names.literal(sequence), next, sequence, used(), target.start(), next, target.increment());
    }

    @Override
    public String identity(Numbers.OfIdentity target) {
        return "select setval(pg_get_serial_sequence(%s, %s), m)\nfrom %s\nwhere m > 0"
                .formatted(names.literal(names.quote(target.table())), names.literal(target.column()), used());
    }

    @Override
    public String row(Numbers.OfRow target) {
        String table = names.quote(target.table());
        String key = names.quote(target.keyColumn());
        String value = names.quote(target.valueColumn());
        String next = next(target.blocks()) + (target.last() ? " - 1" : "");
        return "insert into %s (%s, %s)\nselect %s, %s\nfrom %s%s\nwhere m > 0\non conflict (%s) do update set %s = excluded.%s where %s.%s < excluded.%s"
                .formatted(
                        table,
                        key,
                        value,
                        target.key() == null ? "key" : names.literal(target.key()),
                        next,
                        used(),
                        target.key() == null ? keys() : "",
                        key,
                        value,
                        value,
                        table,
                        value,
                        value);
    }

    /** Where the mapping is not there to tell the row's name: it is the table's, or Hibernate's own without a generator of a name. */
    private String keys() {
        return ", unnest(array[%s, 'default']) as key"
                .formatted(names.literal(operation.table().name()));
    }

    /** The number whose block begins beyond {@code m}. */
    private static String next(Blocks blocks) {
        return switch (blocks.kind()) {
            case END -> "m + " + blocks.size();
            case BEGIN -> "m + 1";
            case COUNT -> "(m + %d) / %d + 1".formatted(blocks.size() - 1, blocks.size());
            case COUNT_FROM_ZERO -> "m / %d + 1".formatted(blocks.size());
        };
    }

    /** {@code (select greatest(…) as m) as used} over the rows and what gave numbers so far. */
    private String used() {
        String highest = "max(" + names.quote(operation.column()) + ")";
        String rows = names.quote(operation.table());
        if (operation.before().isEmpty()) {
            return "(select " + highest + " as m from " + rows + ") as used";
        }
        Set<String> parts = new LinkedHashSet<>();
        parts.add("(select " + highest + " from " + rows + ")");
        operation.before().forEach(source -> parts.add(source.accept(new Used())));
        return parts.stream().collect(joining(", ", "(select greatest(", ") as m) as used"));
    }

    /** The highest key that was made of the numbers of a source; null in SQL where none was. */
    private final class Used implements Numbers.Visitor<String> {

        @Override
        public String sequence(Numbers.OfSequence source) {
            return "(select %s from %s where is_called)"
                    .formatted(highest("last_value", source.blocks()), names.quote(source.name()));
        }

        @Override
        public String identity(Numbers.OfIdentity source) {
            return "pg_sequence_last_value(pg_get_serial_sequence(%s, %s))"
                    .formatted(names.literal(names.quote(source.table())), names.literal(source.column()));
        }

        /** The number in the table has passed all keys, unless it counts blocks. */
        @Override
        public String row(Numbers.OfRow source) {
            boolean counts =
                    source.blocks().kind() == Kind.COUNT || source.blocks().kind() == Kind.COUNT_FROM_ZERO;
            String column = names.quote(source.valueColumn());
            String value = counts ? highest(column, source.blocks()) : column;
            String table = names.quote(source.table());
            return source.key() == null
                    ? "(select max(%s) from %s)".formatted(value, table)
                    : "(select %s from %s where %s = %s)"
                            .formatted(value, table, names.quote(source.keyColumn()), names.literal(source.key()));
        }
    }

    private static String highest(String number, Blocks blocks) {
        return switch (blocks.kind()) {
            case END -> number;
            case BEGIN -> number + " + " + (blocks.size() - 1);
            case COUNT -> number + " * " + blocks.size();
            case COUNT_FROM_ZERO -> number + " * %d + %d".formatted(blocks.size(), blocks.size() - 1);
        };
    }
}
