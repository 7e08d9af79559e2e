package dev.aludel.dialect.postgresql.render;

import static java.util.stream.Collectors.joining;

import dev.aludel.dialect.postgresql.conversion.Conversion;
import dev.aludel.operation.AlterColumn;
import dev.aludel.schema.Column;
import dev.aludel.schema.Expression;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements that change a column: one {@code alter table} where PostgreSQL takes it. A default is taken off around a change
 * of type, since the server would keep the text of the old type ({@code 'x'::character varying} on a column of type text).
 */
public final class ColumnAlteration {

    /** Holds the values of a virtual column while it becomes a plain one. */
    private static final String HOLDER = "aludel_values";

    private static final Pattern NEXTVAL = Pattern.compile("nextval\\(('(?:[^']|'')+'::regclass)\\)");

    private final PostgresRenderer renderer;
    private final Definitions definitions;
    private final ObjectName table;
    private final String column;
    private final Column after;
    private final List<String> statements = new ArrayList<>();
    private Column before;

    ColumnAlteration(PostgresRenderer renderer, AlterColumn operation) {
        this.renderer = renderer;
        this.definitions = new Definitions(renderer);
        this.table = operation.table();
        this.column = renderer.quote(operation.after().name());
        this.before = operation.before();
        this.after = operation.after();
    }

    List<String> statements() {
        GeneratedValue old = before.generated();
        if (after.generated() != null && !after.generated().equals(old)) {
            rebuild();
            return List.copyOf(statements);
        }
        if (old != null && after.generated() == null) {
            if (old.stored()) {
                statements.add(alterTable() + alter("drop expression"));
            } else {
                holdValues();
            }
        }
        change();
        if (!Objects.equals(before.comment(), after.comment())) {
            statements.add(renderer.columnComment(table, after));
        }
        keepNumbersGoing();
        return List.copyOf(statements);
    }

    /** A generated column is computed anew: PostgreSQL alters no expression before 17. */
    private void rebuild() {
        statements.add(alterTable() + "drop column " + column);
        statements.add(alterTable() + "add column " + definitions.column(after));
        if (after.comment() != null) {
            statements.add(renderer.columnComment(table, after));
        }
    }

    private void holdValues() {
        statements.add(alterTable() + "add column " + HOLDER + " " + definitions.type(before));
        statements.add("update " + renderer.quote(table) + " set " + HOLDER + " = " + column);
        statements.add(alterTable() + "drop column " + column);
        statements.add(alterTable() + "rename column " + HOLDER + " to " + column);
        before = before.withNullable(true).withComment(null);
    }

    private void change() {
        Conversion conversion = Conversion.between(before, after);
        statements.addAll(conversion.preparation());
        changeInPlace();
        statements.addAll(conversion.removal());
    }

    private void changeInPlace() {
        boolean retyped = !before.type().equals(after.type()) || !Objects.equals(before.collation(), after.collation());
        if (before.identity() != null && after.identity() == null) {
            statements.add(alterTable() + alter("drop identity")); // else the new type is asked to be an identity's
        }
        List<String> actions = new ArrayList<>();
        if (before.defaultValue() != null && (after.defaultValue() == null || retyped)) {
            actions.add(alter("drop default"));
        }
        if (!before.nullable() && after.mayHoldNull() && (after.nullable() || !before.mayHoldNull())) {
            actions.add(alter("drop not null"));
        }
        if (!after.nullable() && after.mayHoldNull() && (before.nullable() || !before.mayHoldNull())) {
            actions.add("add " + renderer.uncheckedNotNull(table, after));
        }
        if (retyped) {
            actions.add(alter("type " + definitions.type(after) + Conversion.using(column, before, after)));
        }
        if (before.mayHoldNull() && !after.mayHoldNull()) {
            fill(actions);
            actions.add(alter("set not null"));
        }
        Expression value = after.defaultValue();
        if (value != null && (retyped || !value.equals(before.defaultValue()))) {
            actions.add(alter("set default " + value.declared()));
        }
        add(actions);
        if (after.identity() != null && after.identity() != before.identity()) {
            String identity = Definitions.identity(after.identity());
            String action =
                    before.identity() == null ? "add " + identity : "set " + identity.replace(" as identity", "");
            statements.add(alterTable() + alter(action));
        }
    }

    /** Rows without a value get one before they must have one: what the user says, else what a new row would get. */
    private void fill(List<String> actions) {
        Expression value = after.defaultValue();
        String fill =
                after.values().fill() != null || value == null ? after.values().fill() : value.declared();
        if (fill != null && after.identity() == null && after.generated() == null) {
            add(actions);
            actions.clear();
            statements.add(
                    "update %s set %s = %s where %s is null".formatted(renderer.quote(table), column, fill, column));
        }
    }

    private void add(List<String> actions) {
        String statement = alterTable().stripTrailing();
        if (actions.size() == 1) {
            statements.add(statement + " " + actions.get(0));
        } else if (!actions.isEmpty()) {
            statements.add(actions.stream().collect(joining(",\n    ", statement + "\n    ", "")));
        }
    }

    /** A sequence that begins to number the rows goes on after the highest number, and never goes back. */
    private void keepNumbersGoing() {
        Expression value = after.defaultValue();
        if (value == null || value.equals(before.defaultValue()) || !isWhole(after.type())) {
            return;
        }
        Matcher nextval = NEXTVAL.matcher(value.declared());
        if (nextval.matches()) {
            String sequence = nextval.group(1);
            statements.add("select setval(%s, max(%s)) from %s having max(%s) >= nextval(%s)"
                    .formatted(sequence, column, renderer.quote(table), column, sequence));
        }
    }

    private static boolean isWhole(String type) {
        return type.equals("bigint") || type.equals("integer") || type.equals("smallint");
    }

    private String alterTable() {
        return renderer.alter(table);
    }

    private String alter(String action) {
        return "alter column " + column + " " + action;
    }
}
