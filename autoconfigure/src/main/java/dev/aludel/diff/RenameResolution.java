package dev.aludel.diff;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.aludel.diff.RenameAnswers.Renamed;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.RenameHint;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Renames.ColumnName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which renames lead from a database to a model. What a person says must be possible; what the mapping says counts where the
 * database has the old name and not the new one. What is named after a renamed table or column follows.
 */
public final class RenameResolution {

    private final Map<ObjectName, Table> before;
    private final Map<ObjectName, Table> after;
    private final Schema database;
    private final Schema model;
    private final TreeMap<ObjectName, ObjectName> tables = new TreeMap<>();
    private final TreeMap<ColumnName, String> columns = new TreeMap<>();
    private final TreeMap<ObjectName, ObjectName> sequences = new TreeMap<>();
    private final Map<Object, String> sources = new HashMap<>();
    private final ValueRenames values;

    private RenameResolution(Schema database, Schema model) {
        this.database = database;
        this.model = model;
        this.values = new ValueRenames(database, model);
        this.before = byName(database);
        this.after = byName(model);
    }

    /**
     * Finds the renames.
     *
     * @throws RenameException if the answers, or the hints among themselves, cannot be meant
     */
    public static Renames of(Schema database, Schema model, List<RenameHint> hints, RenameAnswers answers) {
        RenameResolution resolution = new RenameResolution(database, model);
        resolution.say(answers.renamed());
        resolution.hint(hints);
        Renames values = new Renames(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), resolution.values.withHints());
        return new ImpliedRenames(database, model, resolution.renames()).all().and(values);
    }

    private Renames renames() {
        return new Renames(tables, columns, sequences);
    }

    private static Map<ObjectName, Table> byName(Schema schema) {
        return schema.tables().stream().collect(toMap(Table::name, Function.identity(), (first, second) -> first));
    }

    /** Tables first, so that their columns are found under either name. */
    private void say(List<Renamed> renamed) {
        List<Renamed> ofColumns = new ArrayList<>();
        for (Renamed rename : renamed) {
            SpokenName name =
                    SpokenName.find(rename.before(), database, Renames.NONE).orElse(null);
            if (name == null || name.column().isPresent()) {
                ofColumns.add(rename);
            } else {
                object(name, rename);
            }
        }
        List<Renamed> ofValues = new ArrayList<>();
        ofColumns.forEach(rename -> {
            if (SpokenName.find(rename.before(), database, renames()).isPresent()) {
                column(rename);
            } else {
                ofValues.add(rename);
            }
        });
        ofValues.forEach(rename -> {
            if (!values.say(rename, renames())) {
                throw RenameException.noSuchName(rename.before());
            }
        });
        refuseTaken();
    }

    private void object(SpokenName name, Renamed rename) {
        ObjectName now = SpokenName.renamed(name.object(), rename.after(), model);
        boolean known = name.sequence()
                ? model.sequences().stream()
                        .anyMatch(sequence -> sequence.name().equals(now))
                : after.containsKey(now);
        if (!known) {
            throw RenameException.noSuchTarget(rename.before(), rename.after());
        }
        (name.sequence() ? sequences : tables).put(name.object(), now);
    }

    private void column(Renamed rename) {
        SpokenName name = SpokenName.find(rename.before(), database, renames())
                .filter(found -> found.column().isPresent())
                .orElseThrow(() -> RenameException.noSuchName(rename.before()));
        ObjectName table = renames().table(name.object());
        String now = rename.after().startsWith(table + ".")
                ? rename.after().substring(table.toString().length() + 1)
                : rename.after();
        Table wanted = after.get(table);
        if (wanted == null || wanted.column(now).isEmpty()) {
            throw RenameException.noSuchTarget(rename.before(), rename.after());
        }
        columns.put(new ColumnName(table, name.column().orElseThrow()), now);
    }

    private void refuseTaken() {
        Set<ObjectName> existing =
                database.sequences().stream().map(Sequence::name).collect(toSet());
        tables.forEach((old, now) -> refuse(before.containsKey(now) && !tables.containsKey(now), old, now));
        sequences.forEach((old, now) -> refuse(existing.contains(now) && !sequences.containsKey(now), old, now));
        columns.forEach((old, now) ->
                refuse(has(old.table(), now) && !columns.containsKey(new ColumnName(old.table(), now)), old, now));
    }

    private static void refuse(boolean taken, Object old, Object now) {
        if (taken) {
            throw RenameException.taken(old.toString(), now.toString());
        }
    }

    /** One hint may make room for another, as in a chain: so they are asked again until none counts that did not before. */
    private void hint(List<RenameHint> hints) {
        boolean found = true;
        while (found) {
            found = false;
            for (RenameHint hint : hints) {
                found |= hint.column() == null && table(hint);
            }
        }
        found = true;
        while (found) {
            found = false;
            for (RenameHint hint : hints) {
                found |= hint.column() != null && column(hint, hint.column());
            }
        }
        hints.forEach(this::refuseContradiction);
    }

    private boolean table(RenameHint hint) {
        ObjectName now = hint.table();
        boolean free = after.containsKey(now)
                && !tables.containsValue(now)
                && (!before.containsKey(now) || tables.containsKey(now));
        Optional<ObjectName> old = free
                ? oldTables(hint).stream()
                        .filter(name -> !tables.containsKey(name))
                        .findFirst()
                : Optional.empty();
        old.ifPresent(name -> {
            tables.put(name, now);
            sources.put(name, hint.place());
        });
        return old.isPresent();
    }

    /** The names of the hint that the database has: in the table's schema, in the one that is spelled out, in the unit's own. */
    private List<ObjectName> oldTables(RenameHint hint) {
        List<ObjectName> names = new ArrayList<>();
        for (String name : hint.names()) {
            names.add(hint.table().sibling(name));
            int dot = name.indexOf('.');
            if (dot > 0) {
                names.add(ObjectName.of(name.substring(0, dot), name.substring(dot + 1)));
            }
            names.add(ObjectName.of(name));
        }
        return names.stream()
                .filter(name -> before.containsKey(name) && !name.equals(hint.table()))
                .toList();
    }

    private boolean column(RenameHint hint, String now) {
        ObjectName table = hint.table();
        Table wanted = after.get(table);
        boolean free = wanted != null
                && wanted.column(now).isPresent()
                && columns.entrySet().stream()
                        .noneMatch(rename -> rename.getKey().table().equals(table)
                                && rename.getValue().equals(now))
                && (!has(table, now) || columns.containsKey(new ColumnName(table, now)));
        Optional<ColumnName> old = free
                ? oldColumns(hint).stream()
                        .filter(name -> !columns.containsKey(name))
                        .findFirst()
                : Optional.empty();
        old.ifPresent(name -> {
            columns.put(name, now);
            sources.put(name, hint.place());
        });
        return old.isPresent();
    }

    private List<ColumnName> oldColumns(RenameHint hint) {
        return hint.names().stream()
                .filter(name -> !name.equals(hint.column()) && has(hint.table(), name))
                .map(name -> new ColumnName(hint.table(), name))
                .toList();
    }

    /** Whether the database has a column, in the table that goes by its new name here. */
    private boolean has(ObjectName table, String column) {
        return existing(table)
                .flatMap(found -> found.column(column))
                .map(Column::name)
                .isPresent();
    }

    private Optional<Table> existing(ObjectName table) {
        ObjectName old = tables.entrySet().stream()
                .filter(rename -> rename.getValue().equals(table))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(table);
        return old.equals(table) && tables.containsKey(table) ? Optional.empty() : Optional.ofNullable(before.get(old));
    }

    /** A hint that found its old name taken by another one, while its own new name is not there. */
    private void refuseContradiction(RenameHint hint) {
        String column = hint.column();
        if (column == null) {
            if (after.containsKey(hint.table())
                    && !before.containsKey(hint.table())
                    && !tables.containsValue(hint.table())) {
                oldTables(hint).forEach(old -> refuse(old, old, hint));
            }
        } else if (!has(hint.table(), column)
                && columns.entrySet().stream()
                        .noneMatch(rename -> rename.getKey().table().equals(hint.table())
                                && rename.getValue().equals(column))) {
            oldColumns(hint).forEach(old -> refuse(old, old, hint));
        }
    }

    private void refuse(Object old, Object label, RenameHint hint) {
        @Nullable String first = sources.get(old);
        if (first != null) {
            throw RenameException.contradiction(label.toString(), first, hint.place());
        }
    }
}
