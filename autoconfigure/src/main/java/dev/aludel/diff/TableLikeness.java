package dev.aludel.diff;

import static java.util.stream.Collectors.toSet;

import dev.aludel.schema.Column;
import dev.aludel.schema.Table;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whether a table that goes may live on in one that comes: by the share of columns of the same name and type, and by its name. What
 * every entity has, an id and perhaps a version, is no sign alone.
 */
final class TableLikeness {

    private static final double MOST = 0.75;
    private static final double SOME = 0.4;
    private static final double ALIKE = 0.5;

    /** So few columns of an unmanaged table say nothing. */
    private static final int FEW = 3;

    private TableLikeness() {}

    /**
     * The score from 0 to 100; empty for two that nobody would take for one another.
     *
     * @param managed whether the one that goes would be dropped; otherwise it is left alone, and to ask needs more of a reason
     */
    static OptionalInt of(Table before, Table after, boolean managed) {
        Set<String> columns = columns(before);
        Set<String> others = columns(after);
        long shared = columns.stream().filter(others::contains).count();
        int most = Math.max(1, Math.max(columns.size(), others.size()));
        double share = (double) shared / most;
        double names = Likeness.of(before.name().name(), after.name().name());
        boolean likely = managed
                ? (share >= MOST && most >= 2) || (share >= SOME && names >= ALIKE)
                : share >= MOST && shared >= FEW;
        return likely ? OptionalInt.of((int) Math.round(70 * share + 30 * names)) : OptionalInt.empty();
    }

    private static Set<String> columns(Table table) {
        return table.columns().stream().map(TableLikeness::signature).collect(toSet());
    }

    private static String signature(Column column) {
        return column.name() + " " + column.type();
    }
}
