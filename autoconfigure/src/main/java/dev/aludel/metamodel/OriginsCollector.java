package dev.aludel.metamodel;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Origin;
import dev.aludel.schema.Origins;
import dev.aludel.schema.Origins.OfTable;
import dev.aludel.schema.Origins.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;

/** Collects who in the mapping the pieces of a schema come from, under the names that the database stores. */
final class OriginsCollector {

    private final ObjectNames names;
    private final SpringBootThreeNames formerNames;
    private final Map<ObjectName, Pieces> tables = new HashMap<>();
    private final Map<ObjectName, Set<Origin>> sequences = new HashMap<>();
    private final Map<ObjectName, Set<Origin>> types = new HashMap<>();

    OriginsCollector(ObjectNames names, SpringBootThreeNames formerNames) {
        this.names = names;
        this.formerNames = formerNames;
    }

    /** A table holds an entity or a collection. */
    void owner(Table table, Origin origin) {
        of(table).owners.add(origin);
    }

    /** A table's columns hold a value. */
    void value(Table table, Value value, Origin origin) {
        columns(value).forEach(column -> column(table, column, origin));
    }

    void column(Table table, Column column, Origin origin) {
        of(table)
                .columns
                .computeIfAbsent(name(column), any -> new LinkedHashSet<>())
                .add(origin);
    }

    /** A table's columns refer to another table. */
    void reference(Table table, Value value, Origin origin) {
        of(table)
                .references
                .computeIfAbsent(names(columns(value)), any -> new LinkedHashSet<>())
                .add(origin);
    }

    void reason(Table table, Reason.Kind kind, Collection<Column> columns, String text) {
        of(table).reasons.add(new Reason(kind, names(columns), text));
    }

    void sequence(ObjectName name, Origin origin) {
        sequences.computeIfAbsent(kept(name), any -> new LinkedHashSet<>()).add(origin);
    }

    void type(ObjectName name, Origin origin) {
        types.computeIfAbsent(kept(name), any -> new LinkedHashSet<>()).add(origin);
    }

    Origins origins() {
        Map<ObjectName, OfTable> ofTables = new HashMap<>();
        Map<ObjectName, String> former = new HashMap<>();
        tables.forEach((name, pieces) -> {
            ofTables.put(name, pieces.origins(formerNames));
            formerNames.of(name.name()).ifPresent(text -> former.put(name, text));
        });
        sequences.keySet().forEach(name -> formerNames.of(name.name()).ifPresent(text -> former.put(name, text)));
        return new Origins(ofTables, sequences, types, former);
    }

    /** The columns of a value, without formulas. */
    static List<Column> columns(Value value) {
        List<Column> columns = new ArrayList<>();
        for (Selectable selectable : value.getSelectables()) {
            if (selectable instanceof Column column) {
                columns.add(column);
            }
        }
        return columns;
    }

    private Pieces of(Table table) {
        if (table.isSubselect()) {
            // a query in a table's place: it has no name, and nothing of it is created
            return new Pieces();
        }
        return tables.computeIfAbsent(kept(names.of(table)), any -> new Pieces());
    }

    private static Set<String> names(Collection<Column> columns) {
        Set<String> names = new TreeSet<>();
        columns.forEach(column -> names.add(name(column)));
        return names;
    }

    private static String name(Column column) {
        return Names.kept(Names.of(column));
    }

    private static ObjectName kept(ObjectName name) {
        return name.sibling(Names.kept(name.name()));
    }

    /** One table's, as far as they are known. */
    private static final class Pieces {

        private final Set<Origin> owners = new LinkedHashSet<>();
        private final Map<String, Set<Origin>> columns = new LinkedHashMap<>();
        private final Map<Set<String>, Set<Origin>> references = new HashMap<>();
        private final Set<Reason> reasons = new LinkedHashSet<>();

        OfTable origins(SpringBootThreeNames formerNames) {
            Map<String, String> former = new HashMap<>();
            columns.keySet().forEach(column -> formerNames.of(column).ifPresent(text -> former.put(column, text)));
            return new OfTable(owners, columns, references, List.copyOf(reasons), former);
        }
    }
}
