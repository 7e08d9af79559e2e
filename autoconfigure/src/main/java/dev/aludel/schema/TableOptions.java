package dev.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table is stored.
 *
 * @param parameters storage parameters such as {@code fillfactor=70}, in order
 * @param tablespace the tablespace; null for the database's own
 * @param creation what can only be said when a table is made, such as {@code partition by range (day)}; it is not compared
 */
public record TableOptions(
        List<String> parameters, @Nullable String tablespace, String creation) {

    public static final TableOptions NONE = new TableOptions(List.of(), null, "");

    public TableOptions {
        parameters = List.copyOf(parameters);
    }

    /** Options as a mapping has them, one text. */
    public static TableOptions ofText(String text) {
        return new TableOptions(List.of(), null, text);
    }
}
