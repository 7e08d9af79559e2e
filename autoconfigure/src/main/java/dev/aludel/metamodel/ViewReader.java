package dev.aludel.metamodel;

import dev.aludel.schema.Expression;
import dev.aludel.schema.View;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/**
 * A view as Hibernate's StandardTableExporter prints it. Of what is mapped on it only the comments are the view's: it has neither
 * keys nor checks, and Hibernate's statements for those fail.
 */
final class ViewReader {

    private final Mapping mapping;

    ViewReader(Mapping mapping) {
        this.mapping = mapping;
    }

    View read(Table view) {
        String options = Texts.orEmpty(view.getOptions());
        String query = Texts.orEmpty(view.getViewQuery());
        Map<String, String> comments = new HashMap<>();
        for (Column column : view.getColumns()) {
            String comment = Texts.ofComment(column.getComment());
            if (comment != null) {
                comments.put(Names.of(column), comment);
            }
        }
        return new View(
                mapping.names().of(view),
                Expression.of(options.isEmpty() ? query : query + " " + options),
                Texts.ofComment(view.getComment()),
                comments);
    }
}
