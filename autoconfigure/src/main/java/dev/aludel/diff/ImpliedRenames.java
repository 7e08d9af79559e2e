package dev.aludel.diff;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Renames.ColumnName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What follows a rename, because it is named after what was renamed and hangs on it: sequences ({@code users_seq}), join and
 * collection tables ({@code users_roles}), the columns of foreign keys ({@code user_id}). The old thing must be gone from the
 * model and the new one missing in the database; the name alone is not enough for a table or a column: a foreign key leads to what was
 * renamed, before and after.
 */
final class ImpliedRenames {

    private final Schema database;
    private final Schema model;
    private final Map<ObjectName, Table> before;
    private final Map<ObjectName, Table> after;
    private Renames renames;

    ImpliedRenames(Schema database, Schema model, Renames said) {
        this.database = database;
        this.model = model;
        this.renames = said;
        this.before = byName(database);
        this.after = byName(model);
    }

    private static Map<ObjectName, Table> byName(Schema schema) {
        return schema.tables().stream()
                .collect(toMap(Table::name, Function.identity(), (first, second) -> first, TreeMap::new));
    }

    /** What was said and what follows from it, and so on. */
    Renames all() {
        int known = -1;
        while (!renames.isEmpty() && known != size()) {
            known = size();
            tables();
            before.values().forEach(this::columns);
        }
        if (!renames.isEmpty()) {
            sequences();
        }
        return renames;
    }

    private int size() {
        return renames.tables().size() + renames.columns().size();
    }

    private void tables() {
        for (Table table : before.values()) {
            if (after.containsKey(table.name()) || renames.tables().containsKey(table.name())) {
                continue;
            }
            for (ForeignKey key : table.foreignKeys()) {
                ObjectName target = renames.tables().get(key.target());
                Optional<ObjectName> now = target == null
                        ? Optional.empty()
                        : Stems.after(table.name().name(), key.target().name(), target.name()).stream()
                                .map(table.name()::sibling)
                                .filter(name -> isNew(name) && refersTo(name, target))
                                .findFirst();
                now.ifPresent(name -> renames = renames.and(with(table.name(), name)));
            }
        }
    }

    private boolean isNew(ObjectName table) {
        return after.containsKey(table)
                && !before.containsKey(table)
                && !renames.tables().containsValue(table);
    }

    private boolean refersTo(ObjectName table, ObjectName target) {
        Table wanted = after.get(table);
        return wanted != null
                && wanted.foreignKeys().stream().anyMatch(key -> key.target().equals(target));
    }

    private void columns(Table table) {
        Table wanted = after.get(renames.table(table.name()));
        if (wanted == null
                || (wanted.name().equals(table.name()) && renames.tables().containsValue(table.name()))) {
            return;
        }
        for (ForeignKey key : table.foreignKeys()) {
            for (int at = 0; at < key.columns().size(); at++) {
                column(table, wanted, key, at);
            }
        }
    }

    private void column(Table table, Table wanted, ForeignKey key, int at) {
        String column = key.columns().get(at);
        String oldTarget = key.targetColumns().get(at);
        ObjectName target = renames.table(key.target());
        String targetColumn = renames.column(key.target(), oldTarget);
        boolean moved = !target.equals(key.target()) || !targetColumn.equals(oldTarget);
        if (!moved
                || wanted.column(column).isPresent()
                || !renames.column(table.name(), column).equals(column)) {
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        List<String> heads = new ArrayList<>(List.of(column));
        heads.addAll(Stems.after(column, key.target().name(), target.name()));
        heads.forEach(head -> {
            names.add(head);
            if (head.endsWith(oldTarget)) {
                names.add(head.substring(0, head.length() - oldTarget.length()) + targetColumn);
            }
        });
        names.stream()
                .filter(name -> table.column(name).isEmpty()
                        && wanted.column(name).isPresent()
                        && leadsTo(wanted, name, target, targetColumn))
                .findFirst()
                .ifPresent(name -> {
                    TreeMap<ColumnName, String> columns = new TreeMap<>();
                    columns.put(new ColumnName(wanted.name(), column), name);
                    renames = renames.and(new Renames(new TreeMap<>(), columns, new TreeMap<>()));
                });
    }

    private static boolean leadsTo(Table wanted, String column, ObjectName target, String targetColumn) {
        return wanted.foreignKeys().stream()
                .anyMatch(key -> key.target().equals(target)
                        && key.columns().contains(column)
                        && key.targetColumns()
                                .get(key.columns().indexOf(column))
                                .equals(targetColumn));
    }

    /** All at once, since those of two tables that change places change places, too. */
    private void sequences() {
        Set<ObjectName> existing = names(database);
        Set<ObjectName> wanted = names(model);
        TreeMap<ObjectName, ObjectName> found = new TreeMap<>();
        database.sequences()
                .forEach(sequence -> owned(sequence)
                        .or(() -> named(sequence))
                        .filter(name -> !name.equals(sequence.name()))
                        .ifPresent(name -> found.put(sequence.name(), name)));
        found.putAll(renames.sequences());
        while (found.entrySet()
                .removeIf(rename -> !renames.sequences().containsKey(rename.getKey())
                        && ((existing.contains(rename.getValue()) && !found.containsKey(rename.getValue()))
                                || (wanted.contains(rename.getKey()) && !found.containsValue(rename.getKey()))))) {
            // one that stays may be in the way of another
        }
        renames = new Renames(renames.tables(), renames.columns(), found, renames.values());
    }

    private static Set<ObjectName> names(Schema schema) {
        return schema.sequences().stream().map(Sequence::name).collect(toSet());
    }

    /** The sequence of a serial column, which the model has for the column under its new name. */
    private Optional<ObjectName> owned(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        if (owner == null) {
            return Optional.empty();
        }
        Sequence.Owner now =
                new Sequence.Owner(renames.table(owner.table()), renames.column(owner.table(), owner.column()));
        return model.sequences().stream()
                .filter(other -> now.equals(other.owner()))
                .map(Sequence::name)
                .findFirst();
    }

    /** {@code users_seq} of a table {@code users}; in the schema that the table moves to. */
    private Optional<ObjectName> named(Sequence sequence) {
        String name = sequence.name().name();
        return renames.tables().entrySet().stream()
                .filter(rename ->
                        rename.getKey().schema().equals(sequence.name().schema())
                                && name.startsWith(rename.getKey().name() + "_"))
                .map(rename -> rename.getValue()
                        .sibling(rename.getValue().name()
                                + name.substring(rename.getKey().name().length())))
                .filter(now -> model.sequences().stream()
                        .anyMatch(other -> other.name().equals(now)))
                .findFirst();
    }

    private static Renames with(ObjectName table, ObjectName now) {
        TreeMap<ObjectName, ObjectName> tables = new TreeMap<>();
        tables.put(table, now);
        return new Renames(tables, new TreeMap<>(), new TreeMap<>());
    }
}
