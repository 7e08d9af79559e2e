package dev.aludel.diff;

import dev.aludel.diff.RenameAnswers.Renamed;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.EnumType;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.OutgoingName;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Renames.ValueName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of enumerations that have another name, in a type of their own or in the check of a column. */
final class ValueRenames {

    private final Schema database;
    private final Schema model;
    private final SortedMap<ValueName, String> values = new TreeMap<>();

    ValueRenames(Schema database, Schema model) {
        this.database = database;
        this.model = model;
    }

    /** Says that {@code mood.INACTIVE} or {@code post.mood.INACTIVE} is another one now; false where there is no such value. */
    boolean say(Renamed rename, Renames known) {
        int dot = rename.before().lastIndexOf('.');
        if (dot < 0) {
            return false;
        }
        String owner = rename.before().substring(0, dot);
        String value = rename.before().substring(dot + 1);
        Optional<EnumType> type = SpokenName.objects(owner).stream()
                .flatMap(name -> type(database, name).stream())
                .findFirst();
        if (type.isPresent()) {
            ofType(type.get(), value, rename);
            return true;
        }
        Optional<SpokenName> column = SpokenName.find(owner, database, known)
                .filter(found -> found.column().isPresent());
        column.ifPresent(found -> ofColumn(found, value, rename, known));
        return column.isPresent();
    }

    private void ofType(EnumType old, String value, Renamed rename) {
        if (!old.values().contains(value)) {
            throw RenameException.noSuchName(rename.before());
        }
        String now = last(rename.after(), old.name().toString());
        if (type(model, old.name()).filter(type -> type.values().contains(now)).isEmpty()) {
            throw RenameException.noSuchTarget(rename.before(), rename.after());
        }
        if (old.values().contains(now)) {
            throw RenameException.taken(rename.before(), rename.after());
        }
        values.put(new ValueName(old.name(), "", value), now);
    }

    private void ofColumn(SpokenName found, String value, Renamed rename, Renames known) {
        ObjectName table = known.table(found.object());
        String column = known.column(found.object(), found.column().orElseThrow());
        String now = last(rename.after(), table + "." + column);
        Table old = database.table(found.object()).orElseThrow();
        if (!allows(old, found.column().orElseThrow(), value)) {
            throw RenameException.noSuchName(rename.before());
        }
        if (model.table(table).filter(after -> allows(after, column, now)).isEmpty()) {
            throw RenameException.noSuchTarget(rename.before(), rename.after());
        }
        values.put(new ValueName(table, column, value), now);
    }

    private static String last(String name, String owner) {
        return name.startsWith(owner + ".") ? name.substring(owner.length() + 1) : name;
    }

    /** What the constants say counts while the type has the old value and lacks the new one. */
    SortedMap<ValueName, String> withHints() {
        model.tables()
                .forEach(table -> table.columns()
                        .forEach(column -> OutgoingName.nameIn(column.type())
                                .flatMap(name -> type(database, name))
                                .ifPresent(old -> hint(old, column.values().former()))));
        return values;
    }

    private void hint(EnumType old, Map<String, String> former) {
        former.forEach((before, now) -> {
            boolean wanted = type(model, old.name())
                    .filter(type ->
                            type.values().contains(now) && !type.values().contains(before))
                    .isPresent();
            if (wanted
                    && old.values().contains(before)
                    && !old.values().contains(now)
                    && values.entrySet().stream()
                            .noneMatch(known -> known.getKey().owner().equals(old.name())
                                    && known.getValue().equals(now))) {
                values.putIfAbsent(new ValueName(old.name(), "", before), now);
            }
        });
    }

    private static Optional<EnumType> type(Schema schema, ObjectName name) {
        return schema.types().stream()
                .filter(type -> type.name().equals(name) && type instanceof EnumType)
                .map(EnumType.class::cast)
                .findFirst();
    }

    /** Whether a check of a column names a text. */
    static boolean allows(Table table, String column, String value) {
        String literal = "'" + value.replace("'", "''") + "'";
        return table.constraints(CheckConstraint.class).stream()
                .map(CheckConstraint::expression)
                .anyMatch(check -> check.mentions(column) && check.declared().contains(literal));
    }

    /** A model whose columns know what a person said of their values. */
    static Schema in(Schema model, Renames renames) {
        return renames.values().isEmpty()
                ? model
                : model.mapTables(table -> table.withColumns(table.columns().stream()
                        .map(column -> with(column, renames.valuesOf(table.name(), column.name())))
                        .toList()));
    }

    private static Column with(Column column, Map<String, String> renamed) {
        Map<String, String> former = new HashMap<>(column.values().former());
        former.putAll(renamed);
        return renamed.isEmpty() ? column : column.withValues(column.values().withFormer(former));
    }
}
