package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.postgresql.session.Rows;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ForeignKey.Action;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.Validity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of pg_constraint. */
public record StoredConstraint(
        ResultSet row, Map<Long, Map<Integer, Column>> columns, BiFunction<String, String, ObjectName> names) {

    /** Whether it belongs to a column: a not-null constraint that the rows are not held to yet. */
    boolean isNotNull() throws SQLException {
        return row.getString("contype").equals("n");
    }

    /** The constraint; null where it vanished while it was being printed. */
    @Nullable
    Constraint constraint() throws SQLException {
        ConstraintName name = ConstraintName.of(row.getString("conname"));
        String text = row.getString("text");
        if (row.getBoolean("conperiod")) {
            return text == null ? null : new ExclusionConstraint(name, Expression.of(text), true);
        }
        return switch (row.getString("contype")) {
            case "p" -> new PrimaryKey(name, columns("conkey", row.getLong("conrelid")));
            case "u" ->
                new UniqueConstraint(
                        name,
                        columns("conkey", row.getLong("conrelid")),
                        !row.getBoolean("nulls_equal"),
                        uniqueOptions());
            case "f" -> foreignKey(name);
            case "c" ->
                text == null ? null : new CheckConstraint(name, StoredText.of(text), checkOptions(), validity());
            default -> text == null ? null : new ExclusionConstraint(name, Expression.of(text));
        };
    }

    private List<String> columns(String array, long table) throws SQLException {
        Map<Integer, Column> all = columns.getOrDefault(table, Map.of());
        return Rows.numbers(row, array).stream()
                .map(number -> Objects.requireNonNull(all.get(number)).name())
                .toList();
    }

    private String uniqueOptions() throws SQLException {
        List<String> options = new ArrayList<>();
        Map<Integer, Column> all = columns.getOrDefault(row.getLong("conrelid"), Map.of());
        List<Integer> key = Rows.numbers(row, "conkey");
        List<Integer> index = Rows.numbers(row, "index_columns");
        if (index.size() > key.size()) {
            options.add(list(
                    "include ",
                    index.subList(key.size(), index.size()).stream()
                            .map(number ->
                                    Objects.requireNonNull(all.get(number)).name())
                            .toList()));
        }
        options.addAll(StoredStorage.index(row, "using index tablespace "));
        options.addAll(deferring());
        return String.join(" ", options);
    }

    private List<String> deferring() throws SQLException {
        return row.getBoolean("condeferred")
                ? List.of("deferrable initially deferred")
                : row.getBoolean("condeferrable") ? List.of("deferrable") : List.of();
    }

    private Validity validity() throws SQLException {
        return !row.getBoolean("conenforced")
                ? Validity.NOT_ENFORCED
                : row.getBoolean("convalidated") ? Validity.VALID : Validity.NOT_VALID;
    }

    private String checkOptions() throws SQLException {
        return row.getBoolean("connoinherit") ? "no inherit" : "";
    }

    private ForeignKey foreignKey(ConstraintName name) throws SQLException {
        return new ForeignKey(
                name,
                columns("conkey", row.getLong("conrelid")),
                names.apply(row.getString("target_schema"), row.getString("target")),
                columns("confkey", row.getLong("confrelid")),
                action(row.getString("confdeltype")),
                action(row.getString("confupdtype")),
                columns("confdelsetcols", row.getLong("conrelid")),
                row.getString("confmatchtype").equals("f"),
                String.join(" ", deferring()),
                validity());
    }

    private static Action action(String code) {
        return switch (code) {
            case "r" -> Action.RESTRICT;
            case "c" -> Action.CASCADE;
            case "n" -> Action.SET_NULL;
            case "d" -> Action.SET_DEFAULT;
            default -> Action.NO_ACTION;
        };
    }

    private static String list(String words, List<String> names) {
        return names.stream().map(Identifiers::quote).collect(Collectors.joining(", ", words + "(", ")"));
    }
}
