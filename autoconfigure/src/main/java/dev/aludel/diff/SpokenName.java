package dev.aludel.diff;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A name as people say it, found in a database: {@code a.b} is a column of a table, or a table of a schema.
 *
 * @param object a table, or a sequence where {@code sequence}
 * @param column set for a column of the table
 */
record SpokenName(ObjectName object, boolean sequence, Optional<String> column) {

    /**
     * Finds a name.
     *
     * @param renames what is known of renames already: a table may go by its new name
     */
    static Optional<SpokenName> find(String name, Schema database, Renames renames) {
        for (ObjectName object : objects(name)) {
            List<Table> tables = tables(object, database, renames);
            if (!tables.isEmpty()) {
                return Optional.of(new SpokenName(tables.get(0).name(), false, Optional.empty()));
            }
            if (database.sequences().stream()
                    .anyMatch(sequence -> sequence.name().equals(object))) {
                return Optional.of(new SpokenName(object, true, Optional.empty()));
            }
        }
        return column(name, database, renames);
    }

    private static Optional<SpokenName> column(String name, Schema database, Renames renames) {
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            String column = name.substring(dot + 1);
            for (ObjectName object : objects(name.substring(0, dot))) {
                for (Table table : tables(object, database, renames)) {
                    if (table.column(column).isPresent()) {
                        return Optional.of(new SpokenName(table.name(), false, Optional.of(column)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The table that is called so now, then the one that was called so. */
    private static List<Table> tables(ObjectName name, Schema database, Renames renames) {
        List<Table> tables = new ArrayList<>();
        database.tables().stream()
                .filter(table -> renames.table(table.name()).equals(name))
                .forEach(tables::add);
        database.table(name).ifPresent(tables::add);
        return tables;
    }

    /** In the unit's own schema first. */
    static List<ObjectName> objects(String name) {
        List<ObjectName> objects = new ArrayList<>(List.of(ObjectName.of(name)));
        int dot = name.indexOf('.');
        if (dot > 0) {
            objects.add(ObjectName.of(name.substring(0, dot), name.substring(dot + 1)));
        }
        return objects;
    }

    /** The name that such an object takes: in the same schema, unless another is named. */
    static ObjectName renamed(ObjectName before, String after, Schema model) {
        return objects(after).stream()
                .filter(name -> !name.schema().isEmpty() && isIn(model, name))
                .findFirst()
                .orElseGet(() -> isIn(model, ObjectName.of(after)) && !isIn(model, before.sibling(after))
                        ? ObjectName.of(after)
                        : before.sibling(after));
    }

    private static boolean isIn(Schema schema, ObjectName name) {
        return schema.table(name).isPresent()
                || schema.sequences().stream()
                        .anyMatch(sequence -> sequence.name().equals(name));
    }
}
