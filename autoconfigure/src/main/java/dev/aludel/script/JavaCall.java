package dev.aludel.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call of {@link dev.aludel.Operations} as it stands in the source of a class.
 *
 * @param table the table that it changes; null where it is no change of a table
 * @param parts what is called, one behind the other: {@code .addColumn("email", "text")}, {@code .notNull()}
 * @param body what is called within it: a new table's columns and constraints; null for none
 */
record JavaCall(
        @Nullable String table,
        List<String> parts,
        @Nullable List<List<String>> body) {

    /** A call of {@code op}. */
    static JavaCall of(String... parts) {
        return new JavaCall(null, List.of(parts), null);
    }

    /** A change of a table. */
    static JavaCall change(String table, List<String> parts) {
        return new JavaCall(table, parts, null);
    }

    /** SQL. */
    static JavaCall execute(String sql) {
        String text = sql.contains("\n") && JavaText.isOfPlainLines(sql)
                ? JavaText.block(sql, " ".repeat(16))
                : JavaText.literal(sql);
        return of(".execute(" + text + ")");
    }

    static List<String> parts(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    /** A list that goes on. */
    static List<String> open(String first) {
        return new ArrayList<>(List.of(first));
    }
}
