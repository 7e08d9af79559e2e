package dev.aludel.schema;

import static java.util.stream.Collectors.toMap;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A list of tables that finds one by its name without looking at all of them. */
final class NamedTables extends AbstractList<Table> {

    private final List<Table> tables;
    private volatile @Nullable Map<ObjectName, Table> byName;

    private NamedTables(List<Table> tables) {
        this.tables = tables;
    }

    static NamedTables copyOf(List<Table> tables) {
        return tables instanceof NamedTables named ? named : new NamedTables(List.copyOf(tables));
    }

    /** The first of that name. */
    Optional<Table> find(ObjectName name) {
        Map<ObjectName, Table> found = byName;
        if (found == null) {
            found = tables.stream().collect(toMap(Table::name, table -> table, (first, second) -> first));
            byName = found;
        }
        return Optional.ofNullable(found.get(name));
    }

    @Override
    public Table get(int index) {
        return tables.get(index);
    }

    @Override
    public int size() {
        return tables.size();
    }
}
