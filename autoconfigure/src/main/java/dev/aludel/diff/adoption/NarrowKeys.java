package dev.aludel.diff.adoption;

import dev.aludel.schema.Column;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Keys that the database numbers itself and that are narrower than the mapping says, such as {@code serial} for a {@code Long}, with the
 * columns that refer to them: no value but those numbers gets there.
 */
record NarrowKeys(Set<Place> places) {

    /** A column of a table. */
    record Place(ObjectName table, String column) {}

    NarrowKeys {
        places = Set.copyOf(places);
    }

    static NarrowKeys of(Schema database, Schema model, BiPredicate<String, String> keeps) {
        Set<Place> places = new HashSet<>();
        for (Table table : database.tables()) {
            table.primaryKey()
                    .map(PrimaryKey::columns)
                    .filter(columns -> columns.size() == 1)
                    .flatMap(columns -> table.column(columns.get(0)))
                    .filter(NarrowKeys::isNumbered)
                    .filter(column -> isNarrow(table.name(), column, model, keeps))
                    .ifPresent(column -> places.add(new Place(table.name(), column.name())));
        }
        while (!places.isEmpty() && places.addAll(referring(places, database, model, keeps))) {
            // what refers to a key may itself be one
        }
        return new NarrowKeys(places);
    }

    boolean contains(ObjectName table, String column) {
        return places.contains(new Place(table, column));
    }

    private static List<Place> referring(
            Set<Place> keys, Schema database, Schema model, BiPredicate<String, String> keeps) {
        return database.tables().stream()
                .flatMap(table -> model.table(table.name()).stream()
                        .flatMap(mapped -> Stream.concat(table.foreignKeys().stream(), mapped.foreignKeys().stream()))
                        .filter(key -> isTo(keys, key))
                        .flatMap(key -> table.column(key.columns().get(0)).stream())
                        .filter(column -> isNarrow(table.name(), column, model, keeps))
                        .map(column -> new Place(table.name(), column.name())))
                .toList();
    }

    private static boolean isTo(Set<Place> keys, ForeignKey key) {
        return key.columns().size() == 1
                && keys.contains(new Place(key.target(), key.targetColumns().get(0)));
    }

    private static boolean isNumbered(Column column) {
        return column.identity() != null || takesNext(column);
    }

    static boolean takesNext(Column column) {
        return column.defaultValue() != null && column.defaultValue().mentions("nextval");
    }

    private static boolean isNarrow(ObjectName table, Column found, Schema model, BiPredicate<String, String> keeps) {
        return model.table(table)
                .flatMap(mapped -> mapped.column(found.name()))
                .filter(mapped -> !mapped.type().equals(found.type()) && keeps.test(mapped.type(), found.type()))
                .isPresent();
    }
}
