package dev.aludel.diff;

import static java.util.stream.Collectors.toSet;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The constraints and indexes whose names the server or Hibernate made of what was renamed. Their names are of no worth any more: the
 * model does not adopt them, and so they get the names that a fresh creation gives.
 */
public final class FollowingNames {

    private final Renames renames;
    private final UnaryOperator<Schema> naming;
    private final Map<ObjectName, Set<String>> outdated = new TreeMap<>();

    private FollowingNames(Renames renames, UnaryOperator<Schema> naming) {
        this.renames = renames;
        this.naming = naming;
    }

    /**
     * Finds them.
     *
     * @param database as it is before the renames
     * @param naming names what is unnamed as the server does
     */
    public static FollowingNames of(Schema database, Renames renames, UnaryOperator<Schema> naming) {
        FollowingNames names = new FollowingNames(renames, naming);
        if (!renames.isEmpty()) {
            database.tables().forEach(names::collect);
        }
        return names;
    }

    /** The renamed database without what has an outdated name. */
    public Schema without(Schema renamed) {
        return outdated.isEmpty()
                ? renamed
                : renamed.mapTables(table -> {
                    Set<String> names = outdated.getOrDefault(table.name(), Set.of());
                    return table.keeping(constraint ->
                                    !names.contains(constraint.name().text()))
                            .withIndexes(table.indexes().stream()
                                    .filter(index ->
                                            !names.contains(index.name().text()))
                                    .toList());
                });
    }

    private void collect(Table table) {
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> concerns(table, constraint))
                .toList();
        List<Index> indexes =
                table.indexes().stream().filter(index -> concerns(table, index)).toList();
        if (constraints.isEmpty() && indexes.isEmpty()) {
            return;
        }
        Set<String> made = made(table);
        Set<String> names = new HashSet<>();
        constraints.forEach(constraint -> names.add(constraint.name().text()));
        indexes.forEach(index -> names.add(index.name().text()));
        names.removeIf(name -> !made.contains(name) && !ConstraintName.isHash(name));
        if (!names.isEmpty()) {
            outdated.put(renames.table(table.name()), names);
        }
    }

    /** The names that the server would have given to what stands on the table, had nobody named it. */
    private Set<String> made(Table table) {
        Table unnamed = table.withConstraints(table.constraints().stream()
                        .map(constraint -> constraint.withName(ConstraintName.unnamed()))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> index.withName(ConstraintName.unnamed()))
                        .toList());
        Schema alone = naming.apply(Schema.empty().withTables(List.of(unnamed)));
        Set<String> names = new HashSet<>();
        for (Table named : alone.tables()) {
            named.constraints()
                    .forEach(constraint -> names.add(constraint.name().text()));
            names.addAll(
                    named.indexes().stream().map(index -> index.name().text()).collect(toSet()));
        }
        return names;
    }

    private boolean concerns(Table table, Constraint constraint) {
        if (isRenamed(table)) {
            return true;
        }
        boolean own = renames.columnsOf(table.name()).keySet().stream().anyMatch(constraint::concerns);
        return own
                || (constraint instanceof ForeignKey key
                        && (renames.tables().containsKey(key.target())
                                || key.targetColumns().stream()
                                        .anyMatch(renames.columnsOf(key.target())::containsKey)));
    }

    private boolean concerns(Table table, Index index) {
        return isRenamed(table)
                || renames.columnsOf(table.name()).keySet().stream().anyMatch(index::concerns);
    }

    private boolean isRenamed(Table table) {
        return renames.tables().containsKey(table.name());
    }
}
