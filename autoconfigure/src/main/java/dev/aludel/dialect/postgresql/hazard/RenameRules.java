package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameEnumValue;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RenameValue;
import dev.aludel.schema.RenameOrder;
import java.util.List;

/** What a rename breaks. No row is lost, but whoever still says the old name fails. */
final class RenameRules {

    private RenameRules() {}

    static List<Hazard> of(RenameTable operation) {
        if (isAside(operation.before().name()) || isAside(operation.after().name())) {
            return List.of();
        }
        return List.of(Hazard.of(
                HazardCode.RENAME_TABLE,
                operation.before(),
                "Renaming table '%s' to '%s' breaks an older version of the application that still runs, and functions that name it; views follow."
                        .formatted(operation.before(), operation.after()),
                "Stop the old version first, or leave it a view: create view %s as select * from %s;"
                        .formatted(
                                new PostgresRenderer().quote(operation.before()),
                                new PostgresRenderer().quote(operation.after()))));
    }

    static List<Hazard> of(RenameColumn operation) {
        if (isAside(operation.before()) || isAside(operation.after())) {
            return List.of();
        }
        return List.of(Hazard.of(
                HazardCode.RENAME_COLUMN,
                operation.table(),
                "Renaming column '%s.%s' to '%s' breaks an older version of the application that still runs, and functions that name it; views follow."
                        .formatted(operation.table(), operation.before(), operation.after()),
                "Stop the old version first."));
    }

    static List<Hazard> of(RenameEnumValue operation) {
        return isAside(operation.before()) || isAside(operation.after())
                ? List.of()
                : List.of(Hazard.of(
                        HazardCode.RENAME_VALUE,
                        operation.type(),
                        "Renaming value '%s' of type '%s' to '%s' breaks an older version of the application that still runs."
                                .formatted(operation.before(), operation.type(), operation.after()),
                        "Stop the old version first."));
    }

    static List<Hazard> of(RenameValue operation) {
        return List.of(Hazard.of(
                HazardCode.RENAME_VALUE,
                operation.table(),
                "Renaming value '%s' of column '%s.%s' to '%s' breaks an older version of the application that still runs."
                        .formatted(operation.before(), operation.table(), operation.column(), operation.after()),
                "Stop the old version first."));
    }

    /** What changes places with another one is told of once. */
    private static boolean isAside(String name) {
        return name.equals(RenameOrder.ASIDE);
    }
}
