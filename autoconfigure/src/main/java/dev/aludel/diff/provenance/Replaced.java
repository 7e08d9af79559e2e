package dev.aludel.diff.provenance;

import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropView;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ObjectName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a plan drops and makes again, changed or as it was: constraints and indexes by table and name, views by name. */
final class Replaced {

    private final Set<List<Object>> made = new HashSet<>();
    private final Set<List<Object>> dropped = new HashSet<>();

    Replaced(List<Operation> plan) {
        Collector collector = new Collector();
        plan.forEach(operation -> operation.accept(collector));
    }

    boolean makes(DropConstraint drop) {
        return made.contains(key(drop.table(), drop.constraint().name()));
    }

    boolean makes(DropIndex drop) {
        return made.contains(key(drop.table(), drop.index().name()));
    }

    boolean makes(DropView drop) {
        return made.contains(List.of(drop.view().name()));
    }

    /** Whether the constraint was there before, perhaps with another content. */
    boolean drops(AddConstraint add) {
        return dropped.contains(key(add.table(), add.constraint().name()));
    }

    private static List<Object> key(ObjectName table, ConstraintName name) {
        return List.of(table, name.text());
    }

    private final class Collector extends PartialVisitor<Boolean> {

        @Override
        protected Boolean other(Operation operation) {
            return false;
        }

        @Override
        public Boolean addConstraint(AddConstraint operation) {
            return made.add(key(operation.table(), operation.constraint().name()));
        }

        @Override
        public Boolean createIndex(CreateIndex operation) {
            return made.add(key(operation.table(), operation.index().name()));
        }

        @Override
        public Boolean createView(CreateView operation) {
            return made.add(List.of(operation.view().name()));
        }

        @Override
        public Boolean dropConstraint(DropConstraint operation) {
            return dropped.add(key(operation.table(), operation.constraint().name()));
        }
    }
}
