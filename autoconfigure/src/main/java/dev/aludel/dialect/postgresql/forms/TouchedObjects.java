package dev.aludel.dialect.postgresql.forms;

import dev.aludel.dialect.postgresql.catalog.TouchedObject;
import dev.aludel.dialect.postgresql.render.ColumnAlteration;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.DropType;
import dev.aludel.operation.DropView;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.operation.RemoveEnumValues;
import dev.aludel.operation.RenameType;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintKind;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a plan changes or takes away that others may stand on. */
final class TouchedObjects extends PartialVisitor<List<TouchedObject>> {

    private final Schema after;
    private final ComingBack comingBack = new ComingBack();

    private TouchedObjects(Schema after) {
        this.after = after;
    }

    static List<TouchedObject> of(List<Operation> plan, Schema after) {
        TouchedObjects touches = new TouchedObjects(after);
        plan.forEach(operation -> operation.accept(touches.comingBack));
        return plan.stream()
                .flatMap(operation -> operation.accept(touches).stream())
                .distinct()
                .toList();
    }

    @Override
    protected List<TouchedObject> other(Operation operation) {
        return List.of();
    }

    @Override
    public List<TouchedObject> alterColumn(AlterColumn operation) {
        return isMadeAnew(operation.before(), operation.after())
                ? List.of(new TouchedObject(
                        TouchedObject.Kind.COLUMN,
                        operation.table(),
                        operation.after().name(),
                        false,
                        !Objects.equals(
                                operation.before().generated(),
                                operation.after().generated())))
                : List.of();
    }

    @Override
    public List<TouchedObject> dropColumn(DropColumn operation) {
        String column = operation.column().name();
        boolean goes = !comingBack.columns.contains(List.of(operation.table(), column));
        return List.of(new TouchedObject(TouchedObject.Kind.COLUMN, operation.table(), column, goes, true));
    }

    /** The server adds a column without a look at the rows only where they all get nothing in it. */
    @Override
    public List<TouchedObject> addColumn(AddColumn operation) {
        Column column = operation.column();
        boolean valued = column.defaultValue() != null || column.identity() != null || column.generated() != null;
        return valued
                ? List.of(new TouchedObject(TouchedObject.Kind.ROW, operation.table(), "", false, false))
                : List.of();
    }

    @Override
    public List<TouchedObject> addConstraint(AddConstraint operation) {
        return keyOf(operation.table(), keyColumns(operation.constraint()));
    }

    @Override
    public List<TouchedObject> createIndex(CreateIndex operation) {
        Index index = operation.index();
        return index.unique()
                ? keyOf(
                        operation.table(),
                        index.keys().stream()
                                .filter(IndexKey::isColumn)
                                .map(key -> key.expression().declared())
                                .toList())
                : List.of();
    }

    /** Only a table that was there can be one that somebody partitioned. */
    private List<TouchedObject> keyOf(ObjectName table, List<String> columns) {
        return columns.isEmpty() || comingBack.newTables.contains(table)
                ? List.of()
                : List.of(new TouchedObject(TouchedObject.Kind.KEY, table, String.join("\n", columns), false, false));
    }

    @Override
    public List<TouchedObject> dropConstraint(DropConstraint operation) {
        Set<String> key = key(operation.constraint());
        return List.of(new TouchedObject(
                TouchedObject.Kind.CONSTRAINT,
                operation.table(),
                operation.constraint().name().text(),
                !hasKey(operation.table(), key),
                true));
    }

    @Override
    public List<TouchedObject> dropIndex(DropIndex operation) {
        return List.of(new TouchedObject(
                TouchedObject.Kind.INDEX,
                operation.table(),
                operation.index().name().text(),
                !hasKey(operation.table(), operation.index().referableColumns()),
                true));
    }

    @Override
    public List<TouchedObject> dropSequence(DropSequence operation) {
        ObjectName name = operation.sequence().name();
        return List.of(
                new TouchedObject(TouchedObject.Kind.RELATION, name, "", !comingBack.sequences.contains(name), true));
    }

    @Override
    public List<TouchedObject> removeEnumValues(RemoveEnumValues operation) {
        return operation.steps().stream()
                .flatMap(step -> step.accept(this).stream())
                .toList();
    }

    @Override
    public List<TouchedObject> dropTable(DropTable operation) {
        return List.of(
                new TouchedObject(TouchedObject.Kind.RELATION, operation.table().name(), "", true, true));
    }

    /** A type that is renamed and dropped is one that is made anew. */
    @Override
    public List<TouchedObject> renameType(RenameType operation) {
        return comingBack.droppedTypes.contains(operation.after())
                ? List.of(new TouchedObject(TouchedObject.Kind.TYPE, operation.before(), "", true, true))
                : List.of();
    }

    @Override
    public List<TouchedObject> dropView(DropView operation) {
        ObjectName name = operation.view().name();
        return List.of(
                new TouchedObject(TouchedObject.Kind.RELATION, name, "", !comingBack.views.contains(name), true));
    }

    /** What a plan makes again under the name of something that it drops; and the types that it drops. */
    private static final class ComingBack extends PartialVisitor<Boolean> {

        private final Set<List<Object>> columns = new HashSet<>();
        private final Set<ObjectName> views = new HashSet<>();
        private final Set<ObjectName> sequences = new HashSet<>();
        private final Set<ObjectName> newTables = new HashSet<>();
        private final Set<ObjectName> droppedTypes = new HashSet<>();

        @Override
        protected Boolean other(Operation operation) {
            return false;
        }

        @Override
        public Boolean addColumn(AddColumn operation) {
            return columns.add(List.of(operation.table(), operation.column().name()));
        }

        @Override
        public Boolean createTable(CreateTable operation) {
            return newTables.add(operation.table().name());
        }

        @Override
        public Boolean createSequence(CreateSequence operation) {
            return sequences.add(operation.sequence().name());
        }

        @Override
        public Boolean createView(CreateView operation) {
            return views.add(operation.view().name());
        }

        @Override
        public Boolean dropType(DropType operation) {
            return droppedTypes.add(operation.type().name());
        }
    }

    /** Whether the server refuses the change, or takes the column away for it, see {@link ColumnAlteration}. */
    private static boolean isMadeAnew(Column before, Column after) {
        GeneratedValue old = before.generated();
        GeneratedValue now = after.generated();
        return !before.type().equals(after.type())
                || !Objects.equals(before.collation(), after.collation())
                || (now != null && !now.equals(old))
                || (now == null && old != null && !old.stored());
    }

    private boolean hasKey(ObjectName table, Set<String> columns) {
        return after.table(table).stream()
                .anyMatch(found -> found.constraints().stream()
                                .anyMatch(constraint -> key(constraint).equals(columns))
                        || found.indexes().stream()
                                .anyMatch(index -> index.referableColumns().equals(columns)));
    }

    private static Set<String> key(Constraint constraint) {
        return Set.copyOf(keyColumns(constraint));
    }

    private static List<String> keyColumns(Constraint constraint) {
        return ConstraintKind.primaryKey(constraint)
                .map(PrimaryKey::columns)
                .or(() -> ConstraintKind.unique(constraint).map(UniqueConstraint::columns))
                .orElse(List.of());
    }
}
