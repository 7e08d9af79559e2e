package dev.aludel.dialect.postgresql.render;

import dev.aludel.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The statements of a view. */
public final class ViewDefinition {

    private final PostgresRenderer renderer;
    private final View view;

    ViewDefinition(PostgresRenderer renderer, View view) {
        this.renderer = renderer;
        this.view = view;
    }

    List<String> creation() {
        List<String> statements = new ArrayList<>();
        statements.add("create view " + renderer.quote(view.name()) + " as "
                + closed(view.query().declared()));
        statements.addAll(commentsSince(View.of(view.name(), view.query())));
        return List.copyOf(statements);
    }

    List<String> commentsSince(View before) {
        List<String> statements = new ArrayList<>();
        String name = renderer.quote(view.name());
        if (!Objects.equals(before.comment(), view.comment())) {
            statements.add(renderer.comment("view " + name, view.comment()));
        }
        TreeSet<String> columns = new TreeSet<>(before.columnComments().keySet());
        columns.addAll(view.columnComments().keySet());
        for (String column : columns) {
            @Nullable String text = comment(view.columnComments(), column);
            if (!Objects.equals(comment(before.columnComments(), column), text)) {
                statements.add(renderer.comment("column " + name + "." + renderer.quote(column), text));
            }
        }
        return List.copyOf(statements);
    }

    private static @Nullable String comment(Map<String, String> comments, String column) {
        return comments.get(column);
    }

    /** A comment at the end of the text would take what follows it along. */
    public static String closed(String query) {
        return query.contains("--") ? query + "\n" : query;
    }
}
