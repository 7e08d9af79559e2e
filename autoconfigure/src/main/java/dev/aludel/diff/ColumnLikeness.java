package dev.aludel.diff;

import static java.util.stream.Collectors.toCollection;

import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Table;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a column that goes may live on in one that comes. Of the same type and the same part in keys it may, whatever its name:
 * a question costs a moment, and values that were dropped without one are gone. Where the types differ, the names must look alike;
 * where the types have nothing in common, they must be all but equal.
 */
final class ColumnLikeness {

    private static final double ALIKE = 0.5;
    private static final double ALL_BUT_EQUAL = 0.8;

    private final Table before;
    private final Table after;

    ColumnLikeness(Table before, Table after) {
        this.before = before;
        this.after = after;
    }

    /** The score from 0 to 100; empty for two that nobody would take for one another. */
    OptionalInt of(Column old, Column now) {
        if (old.generated() != null || now.generated() != null) {
            return OptionalInt.empty();
        }
        double names = Likeness.of(old.name(), now.name());
        boolean sameType = old.type().equals(now.type());
        boolean sameFamily = sameType || family(old.type()).equals(family(now.type()));
        Set<ObjectName> targets = targets(before, old);
        Set<ObjectName> otherTargets = targets(after, now);
        boolean sameTargets = targets.equals(otherTargets);
        boolean strangers = !sameTargets && !targets.isEmpty() && !otherTargets.isEmpty();
        boolean likely = (sameType && sameTargets && isOfKey(before, old) == isOfKey(after, now))
                || (sameFamily && names >= ALIKE)
                || names >= ALL_BUT_EQUAL;
        if (strangers || !likely) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.round(40 * names)
                + (sameType ? 40 : sameFamily ? 25 : 0)
                + (sameTargets ? 10 : 0)
                + (old.nullable() == now.nullable() ? 5 : 0)
                + (Objects.equals(old.defaultValue(), now.defaultValue()) ? 5 : 0));
    }

    private static boolean isOfKey(Table table, Column column) {
        return table.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
    }

    private static Set<ObjectName> targets(Table table, Column column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .map(key -> key.target())
                .collect(toCollection(TreeSet::new));
    }

    /** Types between which values usually survive. */
    private static String family(String type) {
        int arguments = type.indexOf('(');
        String name = arguments < 0 || type.endsWith("[]")
                ? type
                : type.substring(0, arguments).strip();
        return switch (name) {
            case "varchar", "character varying", "char", "character", "bpchar", "text", "citext" -> "text";
            case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> "number";
            case "json", "jsonb" -> "json";
            default -> name.startsWith("timestamp") || name.equals("date") ? "date" : name;
        };
    }
}
