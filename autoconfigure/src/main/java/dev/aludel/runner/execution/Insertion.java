package dev.aludel.runner.execution;

import dev.aludel.AludelException;
import dev.aludel.dialect.Renderer;
import dev.aludel.schema.ObjectName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows to insert, all with the same columns, which are sorted: a map may tell them in another order each time.
 *
 * @param head {@code insert into roles (id, name) values}
 * @param rows the values in the order of the columns
 */
record Insertion(String head, int columns, List<List<@Nullable Object>> rows) {

    static Insertion of(String table, List<? extends Map<String, ?>> rows, Renderer renderer) {
        TreeSet<String> columns = new TreeSet<>(rows.get(0).keySet());
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (Map<String, ?> row : rows) {
            if (!row.keySet().equals(columns)) {
                throw new AludelException(
                        "The rows for table '%s' have the columns %s and %s. Give each the same; null where there is no value."
                                .formatted(table, columns, new TreeSet<>(row.keySet())));
            }
            List<@Nullable Object> inOrder = new ArrayList<>();
            columns.forEach(column -> inOrder.add(row.get(column)));
            values.add(inOrder);
        }
        String names = columns.stream().map(renderer::quote).collect(Collectors.joining(", ", " (", ")"));
        return new Insertion(
                "insert into " + renderer.quote(ObjectName.parse(table)) + names + " values", columns.size(), values);
    }

    /** With a question mark for each value. */
    String sql() {
        return head + " (" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
    }
}
