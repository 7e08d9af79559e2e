package dev.aludel.dialect.postgresql;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.DropType;
import dev.aludel.operation.DropView;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RemoveEnumValues;
import dev.aludel.operation.RenameType;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a plan changes or takes away that others may stand on. */
final class Touches {

    private final List<Operation> plan;
    private final Schema after;
    private final List<Touch> touches = new ArrayList<>();

    private Touches(List<Operation> plan, Schema after) {
        this.plan = plan;
        this.after = after;
    }

    static List<Touch> of(List<Operation> plan, Schema after) {
        Touches found = new Touches(plan, after);
        plan.forEach(found::add);
        return found.touches.stream().distinct().toList();
    }

    private void add(Operation operation) {
        if (operation instanceof AlterColumn altered && isMadeAnew(altered.before(), altered.after())) {
            touch(Touch.Kind.COLUMN, altered.table(), altered.after().name(), false);
        } else if (operation instanceof DropColumn dropped) {
            String column = dropped.column().name();
            boolean comesBack = plan.stream()
                    .anyMatch(other -> other instanceof AddColumn added
                            && added.table().equals(dropped.table())
                            && added.column().name().equals(column));
            touch(Touch.Kind.COLUMN, dropped.table(), column, !comesBack);
        } else if (operation instanceof DropConstraint dropped) {
            Set<String> key = key(dropped.constraint());
            if (!key.isEmpty()) {
                touch(
                        Touch.Kind.CONSTRAINT,
                        dropped.table(),
                        dropped.constraint().name().text(),
                        !hasKey(dropped.table(), key));
            }
        } else if (operation instanceof DropIndex dropped && dropped.index().unique()) {
            touch(
                    Touch.Kind.INDEX,
                    dropped.table(),
                    dropped.index().name().text(),
                    !hasKey(dropped.table(), dropped.index().referableColumns()));
        } else if (operation instanceof RemoveEnumValues removed) {
            removed.steps().forEach(this::add);
        } else if (operation instanceof DropTable dropped) {
            touch(Touch.Kind.RELATION, dropped.table().name(), "", true);
        } else if (operation instanceof RenameType renamed && isDropped(renamed.after())) {
            touch(Touch.Kind.TYPE, renamed.before(), "", true);
        } else if (operation instanceof DropView dropped) {
            ObjectName name = dropped.view().name();
            boolean comesBack = plan.stream()
                    .anyMatch(other -> other instanceof CreateView created
                            && created.view().name().equals(name));
            touch(Touch.Kind.RELATION, name, "", !comesBack);
        }
    }

    private boolean isDropped(ObjectName type) {
        return plan.stream()
                .anyMatch(other -> other instanceof DropType dropped
                        && dropped.type().name().equals(type));
    }

    private void touch(Touch.Kind kind, ObjectName relation, String part, boolean goes) {
        touches.add(new Touch(kind, relation, part, goes));
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
        if (constraint instanceof PrimaryKey key) {
            return Set.copyOf(key.columns());
        }
        return constraint instanceof UniqueConstraint key ? Set.copyOf(key.columns()) : Set.of();
    }
}
