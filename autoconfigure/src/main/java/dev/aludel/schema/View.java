package dev.aludel.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param query what follows {@code create view name as}
 * @param comment the view's comment
 * @param columnComments by the columns' names
 */
public record View(
        ObjectName name, Expression query, @Nullable String comment, Map<String, String> columnComments) {

    public View {
        columnComments = Collections.unmodifiableMap(new TreeMap<>(columnComments));
    }

    /** A view without comments. */
    public static View of(ObjectName name, Expression query) {
        return new View(name, query, null, Map.of());
    }

    public View withQuery(Expression other) {
        return new View(name, other, comment, columnComments);
    }
}
