package dev.aludel.dialect.postgresql.forms;

import dev.aludel.dialect.postgresql.catalog.StoredDependant;
import dev.aludel.dialect.postgresql.catalog.TouchedObject;
import dev.aludel.dialect.postgresql.hazard.TypeStorage;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.operation.PutBack;
import dev.aludel.operation.TakeDown;
import dev.aludel.schema.Dependant;
import dev.aludel.schema.Index;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The properties that columns, indexes, constraints, tables and sequences have beside what a mapping says: where the plan makes one of
 * them anew they are given to it again, and the way back restores them all.
 */
final class Belongings {

    private final Seen seen = new Seen();
    private final List<StoredDependant> found;

    Belongings(List<Operation> plan, List<StoredDependant> found) {
        plan.forEach(operation -> operation.accept(seen));
        Set<String> touched = new HashSet<>();
        found.stream()
                .filter(one -> isHeldBy(one, TouchedObject.Kind.INDEX))
                .forEach(one -> touched.add(one.object().name().toString()));
        this.found = found.stream()
                .filter(one -> one.holder() != null)
                .filter(one -> !isSaidOfIndex(one, touched))
                .distinct()
                .toList();
    }

    private static boolean isHeldBy(StoredDependant one, TouchedObject.Kind kind) {
        TouchedObject holder = one.holder();
        return holder != null && holder.kind() == kind;
    }

    /** Whether an index is found by its column, and goes and comes by itself. */
    private static boolean isSaidOfIndex(StoredDependant one, Set<String> touched) {
        return one.object().kind() == Kind.INDEX
                && isHeldBy(one, TouchedObject.Kind.COLUMN)
                && touched.contains(one.object().name().toString());
    }

    /** The names of the indexes and constraints that a plan makes. */
    static Set<String> names(List<Operation> plan) {
        Seen seen = new Seen();
        plan.forEach(operation -> operation.accept(seen));
        Set<String> names = new HashSet<>(seen.newIndexes.keySet());
        names.addAll(seen.newConstraints.keySet());
        return names;
    }

    /**
     * Nothing is done for them on the way there; on the way back they are restored. Where a change of type keeps them all there is nothing
     * to restore, but an exchange of two columns would lose them, so that the plan says that they are there.
     */
    List<Operation> downs() {
        Set<Operation> downs = new LinkedHashSet<>();
        for (StoredDependant one : found) {
            if (!one.dependant().restoration().isEmpty()) {
                downs.add(new TakeDown(whole(one)));
            }
        }
        return List.copyOf(downs);
    }

    List<Operation> ups() {
        Set<Operation> ups = new LinkedHashSet<>();
        for (StoredDependant one : found) {
            Dependant kept = kept(one);
            if (!kept.restoration().isEmpty()) {
                ups.add(new PutBack(kept));
            }
        }
        return List.copyOf(ups);
    }

    private static Dependant whole(StoredDependant one) {
        TouchedObject holder = Objects.requireNonNull(one.holder());
        boolean kept = !holder.remade() || one.object().kind() == Kind.CONSTRAINT;
        return holder.kind() == TouchedObject.Kind.COLUMN && kept ? one.belongings() : one.dependant();
    }

    private Dependant kept(StoredDependant one) {
        TouchedObject holder = Objects.requireNonNull(one.holder());
        Dependant none = new Dependant(one.object(), List.of(), List.of());
        return switch (holder.kind()) {
            case COLUMN -> holder.goes() || one.object().kind() == Kind.CONSTRAINT ? none : keptOfColumn(one, holder);
            case INDEX -> keptByName(one, seen.newIndexes, seen.oldIndexes, holder.part());
            case CONSTRAINT -> keptByName(one, seen.newConstraints, seen.oldConstraints, holder.part());
            case RELATION ->
                holder.goes() || !seen.sequences.contains(holder.relation().toString()) ? none : one.dependant();
            case TYPE, ROW, KEY -> none;
        };
    }

    /** A type whose values are all of one size and stand in the row knows neither storage nor compression. */
    private Dependant keptOfColumn(StoredDependant one, TouchedObject holder) {
        AlterColumn change = seen.altered.get(holder.relation() + "." + holder.part());
        boolean stored = one.object().kind() == Kind.INDEX
                || change == null
                || TypeStorage.isOfAnySize(TypeName.of(change.after().type()));
        return stored
                ? whole(one)
                : holder.remade() ? one.comments() : new Dependant(one.object(), List.of(), List.of());
    }

    private static <T> Dependant keptByName(StoredDependant one, Map<String, T> now, Map<String, T> old, String name) {
        if (!now.containsKey(name)) {
            return new Dependant(one.object(), List.of(), List.of());
        }
        return Objects.equals(now.get(name), old.get(name)) ? one.dependant() : one.comments();
    }

    /** The operations of a plan by the names of their objects; the answer is whether an operation is one of them. */
    private static final class Seen extends PartialVisitor<Boolean> {

        private final Map<String, AlterColumn> altered = new HashMap<>();
        private final Map<String, Object> oldIndexes = new HashMap<>();
        private final Map<String, Object> newIndexes = new HashMap<>();
        private final Map<String, Object> oldConstraints = new HashMap<>();
        private final Map<String, Object> newConstraints = new HashMap<>();
        private final Set<String> sequences = new HashSet<>();

        @Override
        protected Boolean other(Operation operation) {
            return false;
        }

        @Override
        public Boolean alterColumn(AlterColumn operation) {
            altered.put(operation.table() + "." + operation.after().name(), operation);
            return true;
        }

        @Override
        public Boolean dropIndex(DropIndex operation) {
            oldIndexes.put(operation.index().name().text(), shape(operation.index()));
            return true;
        }

        @Override
        public Boolean createIndex(CreateIndex operation) {
            newIndexes.put(operation.index().name().text(), shape(operation.index()));
            return true;
        }

        @Override
        public Boolean dropConstraint(DropConstraint operation) {
            oldConstraints.put(operation.constraint().name().text(), operation.constraint());
            return true;
        }

        @Override
        public Boolean addConstraint(AddConstraint operation) {
            newConstraints.put(operation.constraint().name().text(), operation.constraint());
            return true;
        }

        @Override
        public Boolean createSequence(CreateSequence operation) {
            return sequences.add(operation.sequence().name().toString());
        }

        /** The keys as far as marks and statistics hang on them; texts follow a column's type. */
        private static List<Object> shape(Index index) {
            return List.of(index.unique(), index.keys().size(), index.method(), index.predicate() == null);
        }
    }
}
