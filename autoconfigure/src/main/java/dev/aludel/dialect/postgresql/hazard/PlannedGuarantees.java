package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.dialect.postgresql.text.ValueCheck;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.TakeIndex;
import dev.aludel.operation.ValidateNotNull;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintKind;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a plan guarantees of the rows in place of what it drops. */
final class PlannedGuarantees {

    private final List<AddConstraint> constraints = new ArrayList<>();
    private final List<CreateIndex> indexes = new ArrayList<>();
    private final List<DropColumn> columns = new ArrayList<>();
    private final Set<ObjectName> tables = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> notNulls = new HashSet<>();

    PlannedGuarantees(List<Operation> plan) {
        Collector collector = new Collector();
        plan.forEach(operation -> operation.accept(collector));
    }

    boolean keeps(DropConstraint dropped) {
        ObjectName table = dropped.table();
        Constraint old = dropped.constraint();
        if (tables.contains(table) || names.contains(old.name().text()) || isOfGone(table, old)) {
            return true;
        }
        Optional<ForeignKey> key = ConstraintKind.foreignKey(old);
        if (key.isPresent() && tables.contains(key.get().target())) {
            return true;
        }
        boolean proof = ConstraintKind.check(old)
                .map(CheckConstraint::expression)
                .filter(expression -> notNulls.contains(expression.declared()))
                .isPresent();
        Set<String> unique = Set.copyOf(keyColumns(old));
        return proof
                || isUnique(table, unique)
                || constraints.stream()
                        .filter(added -> added.table().equals(table))
                        .anyMatch(added -> takesThePlace(old, added.constraint()));
    }

    /** Whether a constraint is as strict, or the same thing said anew. */
    private static boolean takesThePlace(Constraint old, Constraint now) {
        if (old.name().text().equals(now.name().text())) {
            return true;
        }
        Optional<ForeignKey> key = ConstraintKind.foreignKey(now);
        if (key.isPresent()) {
            return ConstraintKind.foreignKey(old)
                    .filter(before -> before.columns().equals(key.get().columns()))
                    .isPresent();
        }
        Optional<ValueCheck> values = ConstraintKind.check(now)
                .map(check -> ValueCheck.of(check.expression().declared()));
        return ConstraintKind.check(old)
                .map(check -> ValueCheck.of(check.expression().declared()))
                .filter(before ->
                        values.filter(after -> after.isComparableWith(before)).isPresent())
                .isPresent();
    }

    boolean keeps(DropIndex dropped) {
        ObjectName table = dropped.table();
        Index old = dropped.index();
        boolean gone = columns.stream()
                .anyMatch(column -> column.table().equals(table)
                        && old.concerns(column.column().name()));
        if (tables.contains(table) || names.contains(old.name().text()) || gone) {
            return true;
        }
        if (old.unique()) {
            return isUnique(table, old.referableColumns())
                    || indexes.stream()
                            .anyMatch(created -> created.table().equals(table)
                                    && created.index().unique()
                                    && created.index().keys().equals(old.keys()));
        }
        List<String> keys =
                old.keys().stream().map(key -> key.expression().declared()).toList();
        return indexes.stream()
                        .filter(created -> created.table().equals(table))
                        .anyMatch(created -> created.index().name().equals(old.name())
                                || startsWith(
                                        created.index().keys().stream()
                                                .map(key -> key.expression().declared())
                                                .toList(),
                                        keys))
                || constraints.stream()
                        .filter(added -> added.table().equals(table))
                        .anyMatch(added -> startsWith(keyColumns(added.constraint()), keys));
    }

    private static boolean startsWith(List<String> whole, List<String> first) {
        return whole.size() >= first.size() && whole.subList(0, first.size()).equals(first);
    }

    /** Whether something that comes keeps these columns unique: a key over them or over fewer. */
    private boolean isUnique(ObjectName table, Set<String> columns) {
        if (columns.isEmpty()) {
            return false;
        }
        return constraints.stream()
                        .filter(added -> added.table().equals(table))
                        .map(added -> keyColumns(added.constraint()))
                        .anyMatch(key -> !key.isEmpty() && columns.containsAll(key))
                || indexes.stream()
                        .filter(created -> created.table().equals(table))
                        .map(created -> created.index().referableColumns())
                        .anyMatch(key -> !key.isEmpty() && columns.containsAll(key));
    }

    private boolean isOfGone(ObjectName table, Constraint constraint) {
        return columns.stream()
                .anyMatch(column -> column.table().equals(table)
                        && constraint.concerns(column.column().name()));
    }

    private static List<String> keyColumns(Constraint constraint) {
        return ConstraintKind.primaryKey(constraint)
                .map(PrimaryKey::columns)
                .or(() -> ConstraintKind.unique(constraint).map(UniqueConstraint::columns))
                .orElse(List.of());
    }

    /** Takes from a plan what bears on its guarantees; the answer is whether anything was new. */
    private final class Collector extends PartialVisitor<Boolean> {

        private final PostgresRenderer sql = new PostgresRenderer();

        @Override
        protected Boolean other(Operation operation) {
            return false;
        }

        @Override
        public Boolean addConstraint(AddConstraint operation) {
            return constraints.add(operation);
        }

        @Override
        public Boolean createIndex(CreateIndex operation) {
            return indexes.add(operation);
        }

        @Override
        public Boolean dropColumn(DropColumn operation) {
            return columns.add(operation);
        }

        @Override
        public Boolean dropTable(DropTable operation) {
            return tables.add(operation.table().name());
        }

        @Override
        public Boolean renameIndex(RenameIndex operation) {
            return names.add(operation.after());
        }

        @Override
        public Boolean renameConstraint(RenameConstraint operation) {
            return names.add(operation.after());
        }

        @Override
        public Boolean takeIndex(TakeIndex operation) {
            return constraints.add(new AddConstraint(operation.table(), operation.key()));
        }

        @Override
        public Boolean alterColumn(AlterColumn operation) {
            return !operation.after().nullable() && proves(operation.after().name());
        }

        @Override
        public Boolean validateNotNull(ValidateNotNull operation) {
            return proves(operation.column().name());
        }

        private boolean proves(String column) {
            return notNulls.add(sql.quote(column) + " is not null");
        }
    }
}
