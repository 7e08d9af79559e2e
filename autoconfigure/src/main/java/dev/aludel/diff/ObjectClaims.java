package dev.aludel.diff;

import dev.aludel.schema.AuxiliaryObject;
import dev.aludel.schema.Column;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What auxiliary objects add to tables, by {@code alter table … add} and with an index: it is theirs, and no difference between the table's mapping and
 * the database.
 */
final class ObjectClaims {

    private static final Pattern ALTER = Pattern.compile(
            "\\balter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?(?<table>[^\\s(]+)\\s(?<actions>.*)",
            Pattern.DOTALL);

    private final List<AuxiliaryObject> objects;

    ObjectClaims(List<AuxiliaryObject> objects) {
        this.objects = List.copyOf(objects);
    }

    boolean isEmpty() {
        return objects.isEmpty();
    }

    /** Whether an object adds the column, or the constraint by that name. */
    boolean adds(ObjectName table, String name) {
        Pattern addition = Pattern.compile("\\badd\\s+(?:column\\s+|constraint\\s+)?(?:if\\s+not\\s+exists\\s+)?\"?"
                + Pattern.quote(name.toLowerCase(Locale.ROOT)) + "\"?(?:\\s|$)");
        return objects.stream()
                .flatMap(object -> object.create().stream())
                .map(statement -> ALTER.matcher(statement.toLowerCase(Locale.ROOT)))
                .anyMatch(alter -> alter.find()
                        && isNamed(alter.group("table"), table)
                        && addition.matcher(alter.group("actions")).find());
    }

    /** Whether an object makes the index, or adds a column that it stands on, with which it goes. */
    boolean adds(Table table, Index index) {
        Pattern creation = Pattern.compile(
                "\\bcreate\\s+(?:unique\\s+)?index\\s+(?:concurrently\\s+)?(?:if\\s+not\\s+exists\\s+)?\"?"
                        + Pattern.quote(index.name().text().toLowerCase(Locale.ROOT)) + "\"?\\s+on\\s");
        return objects.stream()
                        .flatMap(object -> object.create().stream())
                        .anyMatch(statement -> creation.matcher(statement.toLowerCase(Locale.ROOT))
                                .find())
                || table.columns().stream()
                        .map(Column::name)
                        .anyMatch(column -> index.concerns(column) && adds(table.name(), column));
    }

    private static boolean isNamed(String text, ObjectName table) {
        String plain = text.replace("\"", "");
        String name = table.name().toLowerCase(Locale.ROOT);
        return plain.equals(name) || plain.endsWith("." + name);
    }
}
