package dev.aludel.script;

import static dev.aludel.script.JavaText.call;

import dev.aludel.operation.AlterColumn;
import dev.aludel.schema.Column;
import dev.aludel.schema.Expression;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Columns as calls. */
final class ColumnCalls {

    private ColumnCalls() {}

    /** A new column: {@code .column("id", "bigint")}, {@code .notNull()}. */
    static List<String> of(String method, Column column, boolean filled) {
        List<String> parts = JavaCall.open(call(method, column.name(), column.type()));
        if (!column.nullable()) {
            parts.add(call("notNull"));
        }
        Expression value = column.defaultValue();
        if (value != null) {
            parts.add(call("defaultValue", value.declared()));
        }
        identity(column.identity(), "identity").ifPresent(parts::add);
        generated(column.generated()).ifPresent(parts::add);
        text("collation", column.collation()).ifPresent(parts::add);
        text("comment", column.comment()).ifPresent(parts::add);
        if (filled) {
            text("fill", column.values().fill()).ifPresent(parts::add);
        }
        return parts;
    }

    /** A changed column; empty where the calls cannot say all of it. */
    static Optional<List<String>> of(AlterColumn operation) {
        Column before = operation.before();
        Column after = operation.after();
        List<String> parts = JavaCall.open(call("alterColumn", after.name(), before.type()));
        if (after.generated() != null) {
            if (after.generated().equals(before.generated())) {
                return Optional.empty();
            }
            parts.addAll(computed(before, after));
        } else {
            parts.addAll(new ColumnCalls.Change(before, after).parts());
        }
        return Optional.of(parts);
    }

    /** The column is made anew. */
    private static List<String> computed(Column before, Column after) {
        List<String> parts = new ArrayList<>();
        if (!before.type().equals(after.type())) {
            parts.add(call("type", after.type()));
        }
        if (!after.nullable()) {
            parts.add(call(before.mayHoldNull() ? "notNull" : "existingNotNull"));
        }
        generated(after.generated()).ifPresent(parts::add);
        text("existingCollation", after.collation()).ifPresent(parts::add);
        text("existingComment", after.comment()).ifPresent(parts::add);
        return parts;
    }

    private static Optional<String> text(String method, @Nullable String text) {
        return Optional.ofNullable(text).map(present -> call(method, present));
    }

    private static Optional<String> identity(@Nullable Identity identity, String method) {
        return Optional.ofNullable(identity)
                .map(present -> call(present == Identity.ALWAYS ? method + "Always" : method));
    }

    private static Optional<String> generated(@Nullable GeneratedValue generated) {
        return Optional.ofNullable(generated)
                .map(value -> call(
                        value.stored() ? "generated" : "generatedVirtual",
                        value.expression().declared()));
    }

    /** A change of a column that stays. */
    private record Change(Column before, Column after) {

        List<String> parts() {
            List<String> parts = new ArrayList<>();
            boolean retyped = !before.type().equals(after.type());
            boolean tightened = before.nullable() && !after.nullable();
            boolean virtual = before.generated() != null && !before.generated().stored();
            if (before.generated() != null) {
                parts.add(call(virtual ? "dropGeneratedVirtual" : "dropGenerated"));
            }
            boolean sameCollation = Objects.equals(before.collation(), after.collation());
            if (sameCollation && (retyped || virtual)) {
                text("existingCollation", after.collation()).ifPresent(parts::add);
            }
            defaultValue(parts, retyped || !sameCollation, tightened);
            if (retyped) {
                parts.add(call("type", after.type()));
            }
            if (!sameCollation) {
                parts.add(after.collation() == null ? ".collation(null)" : call("collation", after.collation()));
            }
            if (before.nullable() != after.nullable()) {
                parts.add(call(tightened ? "notNull" : "nullable"));
            }
            identity(parts, tightened);
            if (tightened) {
                text("fill", after.values().fill()).ifPresent(parts::add);
            }
            if (!Objects.equals(before.comment(), after.comment())) {
                parts.add(after.comment() == null ? ".comment(null)" : call("comment", after.comment()));
            } else if (virtual) {
                text("existingComment", after.comment()).ifPresent(parts::add);
            }
            if (retyped) {
                known(parts);
            }
            return parts;
        }

        private void defaultValue(List<String> parts, boolean retyped, boolean tightened) {
            Expression old = before.defaultValue();
            Expression value = after.defaultValue();
            if (value == null) {
                if (old != null) {
                    parts.add(call("dropDefault"));
                }
            } else if (value.equals(old)) {
                if (retyped || tightened) {
                    parts.add(call("existingDefault", value.declared()));
                }
            } else {
                if (old != null && retyped) {
                    parts.add(call("existingDefault", old.declared()));
                }
                parts.add(call("defaultValue", value.declared()));
            }
        }

        private void identity(List<String> parts, boolean tightened) {
            Identity old = before.identity();
            if (old == after.identity()) {
                if (tightened) {
                    ColumnCalls.identity(old, "existingIdentity").ifPresent(parts::add);
                }
            } else if (after.identity() == null) {
                parts.add(call("dropIdentity"));
            } else {
                ColumnCalls.identity(old, "existingIdentity").ifPresent(parts::add);
                ColumnCalls.identity(after.identity(), "identity").ifPresent(parts::add);
            }
        }

        /** What is known of the values, of whichever side. */
        private void known(List<String> parts) {
            List<String> constants = after.values().constants().isEmpty()
                    ? before.values().constants()
                    : after.values().constants();
            if (!constants.isEmpty()) {
                parts.add(call("constants", constants));
            }
            List<String> truths = after.values().truths().isEmpty()
                    ? before.values().truths()
                    : after.values().truths();
            if (!truths.isEmpty()) {
                parts.add(call("truths", truths));
            }
            String zone = after.values().zone() == null
                    ? before.values().zone()
                    : after.values().zone();
            text("zone", zone).ifPresent(parts::add);
        }
    }
}
