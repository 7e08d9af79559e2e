package dev.aludel.diff;

import static java.util.stream.Collectors.toSet;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UserType;
import dev.aludel.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A database with what it lacks of a model, whole objects by name: what is there stays as it is, however it differs. */
public final class Completion {

    private final Schema database;
    private final Set<ObjectName> relations = new HashSet<>();

    private Completion(Schema database, List<SchemaObject> others) {
        this.database = database;
        database.tables().forEach(table -> relations.add(table.name()));
        database.sequences().forEach(sequence -> relations.add(sequence.name()));
        database.views().forEach(view -> relations.add(view.name()));
        others.stream().filter(other -> other.kind().isRelation()).forEach(other -> relations.add(other.name()));
    }

    /**
     * The database, completed. Auxiliary objects, of which no catalogue tells whether they are there, come with the first object of
     * the model.
     *
     * @param others what the database holds that a schema does not speak of: a view of somebody else has the name as well
     */
    public static Schema of(Schema database, List<SchemaObject> others, Schema model) {
        return new Completion(database, others).with(model);
    }

    private Schema with(Schema model) {
        Set<ObjectName> types = database.types().stream().map(UserType::name).collect(toSet());
        List<Table> tables = missing(relations, model.tables(), Table::name);
        return new Schema(
                Stream.concat(database.namespaces().stream(), model.namespaces().stream())
                        .distinct()
                        .toList(),
                joined(database.tables(), tables),
                joined(database.sequences(), missing(relations, model.sequences(), Sequence::name)),
                joined(database.views(), missing(relations, model.views(), View::name)),
                joined(database.types(), missing(types, model.types(), UserType::name)),
                tables.size() < model.tables().size() ? database.objects() : model.objects());
    }

    private static <T> List<T> missing(Set<ObjectName> present, Collection<T> wanted, Function<T, ObjectName> name) {
        return wanted.stream()
                .filter(object -> !present.contains(name.apply(object)))
                .toList();
    }

    private static <T> List<T> joined(List<T> present, List<T> missing) {
        List<T> all = new ArrayList<>(present);
        all.addAll(missing);
        return all;
    }
}
