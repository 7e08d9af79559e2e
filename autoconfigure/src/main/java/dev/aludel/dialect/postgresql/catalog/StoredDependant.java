package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.postgresql.session.Rows;
import dev.aludel.schema.Dependant;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands on what changes, with what it stands on.
 *
 * @param key names it among the others
 * @param onTouches the touched things that it stands on, and how: whether it goes with them by itself
 * @param onOthers the keys of others that it stands on
 * @param relation the table or view that it is part of, or that it is
 * @param member whether it belongs to an extension
 * @param barred the role that owns it, where the session's is no member of it; null where it may drop it
 * @param holder what it is a property of, see {@link BelongingQueries}; null for an object
 * @param settings statements that give back owner, grants and the like
 */
public record StoredDependant(
        String key,
        Map<TouchedObject, Boolean> onTouches,
        List<String> onOthers,
        @Nullable ObjectName relation,
        boolean member,
        @Nullable String barred,
        @Nullable TouchedObject holder,
        Dependant dependant,
        List<String> settings) {

    /** How the keys of relations begin: with the oid of pg_class, which is the same everywhere. */
    static final String RELATION = "1259:";

    private static final String TOUCH = "touch ";

    public static StoredDependant of(ResultSet row, List<TouchedObject> touches, String ownSchema) throws SQLException {
        Map<TouchedObject, Boolean> onTouches = new java.util.LinkedHashMap<>();
        List<String> onOthers = new ArrayList<>();
        TouchedObject self = null;
        for (String source : Rows.texts(row, "sources")) {
            String place = source.substring(0, source.lastIndexOf(' '));
            boolean along = source.endsWith(" a");
            if (place.startsWith(TOUCH)) {
                TouchedObject touch = touches.get(Integer.parseInt(place.substring(TOUCH.length())) - 1);
                if (source.endsWith(" self")) {
                    self = touch;
                } else {
                    onTouches.merge(touch, along, Boolean::logicalOr);
                }
            } else {
                onOthers.add(place);
            }
        }
        String namespace = row.getString("nspname");
        String schema = namespace.equals(ownSchema) ? "" : namespace;
        String relation = row.getString("relation");
        List<String> settings = Rows.texts(row, "settings");
        String definition = row.getString("definition");
        String removal = row.getString("removal");
        List<String> restoration = new ArrayList<>();
        if (definition != null) {
            restoration.add(definition);
        }
        restoration.addAll(settings);
        restoration.addAll(Rows.texts(row, "comments"));
        SchemaObject object =
                new SchemaObject(Kind.valueOf(row.getString("kind")), ObjectName.of(schema, row.getString("name")));
        return new StoredDependant(
                row.getString("key"),
                onTouches,
                onOthers,
                relation == null ? null : ObjectName.of(schema, relation),
                row.getBoolean("member"),
                row.getString("barred"),
                removal == null ? self : null,
                new Dependant(object, removal == null ? List.of() : List.of(removal), restoration),
                settings);
    }

    public SchemaObject object() {
        return dependant.object();
    }

    public boolean isView() {
        return object().kind() == Kind.VIEW;
    }

    /** What belongs to a view that is made anew from the mapping. */
    public Dependant belongings() {
        return new Dependant(object(), List.of(), settings);
    }

    /** What belongs to it beside its settings. */
    public Dependant comments() {
        return new Dependant(
                object(),
                List.of(),
                dependant
                        .restoration()
                        .subList(settings.size(), dependant.restoration().size()));
    }

    /** Whether it goes with something by itself, as a policy with its table. */
    public boolean goesAlong() {
        return onTouches.entrySet().stream().anyMatch(entry -> entry.getKey().goes() && entry.getValue());
    }

    /** What it stands on that is not there any more after the plan. */
    public List<TouchedObject> lost() {
        return onTouches.keySet().stream().filter(TouchedObject::goes).toList();
    }
}
