package dev.aludel.ddl;

import dev.aludel.schema.Expression;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.View;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The comments of a view as it is made. */
public final class NewView {

    private final ObjectName name;
    private final String query;
    private final Map<String, String> columnComments = new TreeMap<>();
    private @Nullable String comment;

    public NewView(ObjectName name, String query) {
        this.name = name;
        this.query = query;
    }

    /**
     * A comment on it. {@code op.createView("titles", "select title from books", v -> v.comment("all of them"))}
     */
    public NewView comment(String text) {
        comment = text;
        return this;
    }

    /**
     * A comment on one of its columns.
     * {@code op.createView("titles", "select title from books", v -> v.columnComment("title", "as printed"))}
     */
    public NewView columnComment(String column, String text) {
        columnComments.put(column, text);
        return this;
    }

    public View view() {
        return new View(name, Expression.of(query), comment, columnComments);
    }
}
