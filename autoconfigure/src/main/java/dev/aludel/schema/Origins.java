package dev.aludel.schema;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who in a mapping the pieces of a schema come from. It stands beside the schema: where a piece comes from makes no difference
 * between two of them. Names are as the database stores them.
 *
 * @param formerNames what an older naming strategy called tables and sequences, within their schema
 */
public record Origins(
        Map<ObjectName, OfTable> tables,
        Map<ObjectName, Set<Origin>> sequences,
        Map<ObjectName, Set<Origin>> types,
        Map<ObjectName, String> formerNames) {

    private static final Origins NONE = new Origins(Map.of(), Map.of(), Map.of(), Map.of());

    /**
     * One table's.
     *
     * @param owners entities or collections that it holds
     * @param columns by name
     * @param references foreign keys' by their columns
     * @param reasons what Hibernate adds by itself
     * @param formerNames what an older naming strategy called columns
     */
    public record OfTable(
            Set<Origin> owners,
            Map<String, Set<Origin>> columns,
            Map<Set<String>, Set<Origin>> references,
            List<Reason> reasons,
            Map<String, String> formerNames) {

        static final OfTable NOBODYS = new OfTable(Set.of(), Map.of(), Map.of(), List.of(), Map.of());
    }

    /**
     * Something that no attribute's declaration says, but Hibernate makes of it, since some version.
     *
     * @param columns what it stands on
     * @param text a fact to be shown: {@code Hibernate 7.3 and later makes a version not null}
     */
    public record Reason(Kind kind, Set<String> columns, String text) {

        /** What Hibernate adds. */
        public enum Kind {
            NOT_NULL,
            UNIQUE,
            CHECK
        }
    }

    /** Of a schema that comes from no mapping. */
    public static Origins none() {
        return NONE;
    }

    /** Those of a table and what stands on it; nobody's where the mapping does not have it. */
    public OfTable of(ObjectName table) {
        return tables.getOrDefault(table, OfTable.NOBODYS);
    }

    public Set<Origin> table(ObjectName table) {
        return of(table).owners();
    }

    /** Those of a column; the table's where no attribute has it, as a column of Hibernate's own. */
    public Set<Origin> column(ObjectName table, String column) {
        OfTable origins = of(table);
        return origins.columns().getOrDefault(column, origins.owners());
    }

    /** Those of all of the columns. */
    public Set<Origin> columns(ObjectName table, Collection<String> columns) {
        Set<Origin> all = new LinkedHashSet<>();
        columns.forEach(column -> all.addAll(column(table, column)));
        return all;
    }

    /** Those of a foreign key: the attribute that refers, rather than others that share its columns. */
    public Set<Origin> reference(ObjectName table, Collection<String> columns) {
        return Optional.ofNullable(of(table).references().get(Set.copyOf(columns)))
                .orElseGet(() -> columns(table, columns));
    }

    public Set<Origin> sequence(ObjectName sequence) {
        return sequences.getOrDefault(sequence, Set.of());
    }

    public Set<Origin> type(ObjectName type) {
        return types.getOrDefault(type, Set.of());
    }

    /** Those of all that stands in a database schema. */
    public Set<Origin> namespace(String schema) {
        Set<Origin> all = new LinkedHashSet<>();
        new TreeMap<>(tables).forEach((name, origins) -> {
            if (name.schema().equals(schema)) {
                all.addAll(origins.owners());
            }
        });
        new TreeMap<>(sequences).forEach((name, origins) -> {
            if (name.schema().equals(schema)) {
                all.addAll(origins);
            }
        });
        return all;
    }

    /** The same where one schema is the unit's own, whose name goes without saying. */
    public Origins within(String ownSchema) {
        return new Origins(
                within(ownSchema, tables),
                within(ownSchema, sequences),
                within(ownSchema, types),
                within(ownSchema, formerNames));
    }

    private static <T> Map<ObjectName, T> within(String ownSchema, Map<ObjectName, T> named) {
        Map<ObjectName, T> renamed = new HashMap<>();
        named.forEach((name, value) ->
                renamed.put(name.schema().equals(ownSchema) ? ObjectName.of(name.name()) : name, value));
        return renamed;
    }
}
