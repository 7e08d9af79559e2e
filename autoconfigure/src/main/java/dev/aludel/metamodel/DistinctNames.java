package dev.aludel.metamodel;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives each constraint and index a name of its own. Where a mapping uses one twice, as TABLE_PER_CLASS siblings do,
 * Hibernate's second statement fails and the object is missing. It was meant to be there, so it goes without a name, and
 * the server makes one. In PostgreSQL an index, also that of a unique constraint, shares its schema's names with tables
 * and sequences; other constraints share those of their table. Names of which it keeps the same are one.
 */
final class DistinctNames {

    private final Set<ObjectName> relations = new HashSet<>();

    private DistinctNames() {}

    static Schema in(Schema schema) {
        DistinctNames names = new DistinctNames();
        schema.tables().forEach(table -> names.take(table.name()));
        schema.sequences().forEach(sequence -> names.take(sequence.name()));
        schema.views().forEach(view -> names.take(view.name()));
        // all tables with their constraints are created before the first index
        return schema.mapTables(names::constraints).mapTables(names::indexes);
    }

    private Table constraints(Table table) {
        Set<String> ofTable = new HashSet<>();
        List<Constraint> distinct = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (!constraint.name().isUnnamed() && distinct.contains(constraint)) {
                continue; // a named check on the elements of a collection is one of the column and one of the table
            }
            boolean free = isFree(constraint.name(), table, hasIndex(constraint))
                    && (constraint.name().isUnnamed()
                            || ofTable.add(Names.kept(constraint.name().text())));
            distinct.add(free ? constraint : constraint.withName(ConstraintName.unnamed()));
        }
        return table.withConstraints(distinct);
    }

    private Table indexes(Table table) {
        return table.withIndexes(
                table.indexes().stream().map(index -> named(index, table)).toList());
    }

    private Index named(Index index, Table table) {
        return isFree(index.name(), table, true) ? index : index.withName(ConstraintName.unnamed());
    }

    private boolean isFree(ConstraintName name, Table table, boolean relation) {
        return name.isUnnamed() || !relation || take(table.name().sibling(name.text()));
    }

    private boolean take(ObjectName name) {
        return relations.add(name.sibling(Names.kept(name.name())));
    }

    private static boolean hasIndex(Constraint constraint) {
        return constraint instanceof UniqueConstraint || constraint instanceof PrimaryKey;
    }
}
