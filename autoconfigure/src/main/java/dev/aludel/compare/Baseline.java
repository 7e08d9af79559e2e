package dev.aludel.compare;

import dev.aludel.dialect.Definitions.Printed;
import dev.aludel.diff.Diff;
import dev.aludel.operation.Operation;
import dev.aludel.schema.AuxiliaryObject;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UserType;
import dev.aludel.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What makes a database like the one that was read, but for its rows, and for the owners of its tables and grants on them.
 *
 * @param operations from an empty database
 * @param mapped what of it the entities have, too
 * @param unmapped the tables of it that no entity has
 * @param omitted what is there and is not made
 */
public record Baseline(
        List<Operation> operations,
        List<SchemaObject> mapped,
        List<SchemaObject> unmapped,
        List<SchemaObject> omitted) {

    public Baseline {
        operations = List.copyOf(operations);
        mapped = List.copyOf(mapped);
        unmapped = List.copyOf(unmapped);
        omitted = List.copyOf(omitted);
    }

    /**
     * The baseline of a database.
     *
     * @param printed what it holds beside the relational model
     * @param model what the entities have
     */
    public static Baseline of(Schema database, Printed printed, Schema model) {
        Set<ObjectName> targets = new HashSet<>();
        database.tables().forEach(table -> targets.add(table.name()));
        printed.afterTables().stream()
                .map(one -> one.dependant().object())
                .filter(object -> object.kind() == Kind.PARTITION)
                .forEach(object -> targets.add(object.name()));
        List<SchemaObject> omitted = new ArrayList<>(printed.omitted());
        List<Table> tables = database.tables().stream()
                .map(table -> table.keeping(constraint -> {
                    if (constraint instanceof ForeignKey key && !targets.contains(key.target())) {
                        omitted.add(new SchemaObject(
                                Kind.FOREIGN_KEY,
                                table.name().sibling(key.name().text())));
                        return false;
                    }
                    return true;
                }))
                .toList();
        return of(database.withTables(tables), printed, model, omitted);
    }

    /** With auxiliary objects of the entities that are there, too. */
    Baseline withMapped(List<AuxiliaryObject> objects) {
        List<SchemaObject> all = new ArrayList<>(mapped);
        objects.forEach(object -> all.add(new SchemaObject(Kind.OBJECT, ObjectName.of(object.text()))));
        return new Baseline(operations, all, unmapped, omitted);
    }

    private static Baseline of(Schema database, Printed printed, Schema model, List<SchemaObject> omitted) {
        Set<SchemaObject> wanted = new HashSet<>(objects(model));
        Set<SchemaObject> found = new LinkedHashSet<>(objects(database));
        printed.afterTables().forEach(one -> found.add(one.dependant().object()));
        return new Baseline(
                operations(database, printed),
                found.stream().filter(wanted::contains).sorted().toList(),
                found.stream()
                        .filter(object -> object.kind() == Kind.TABLE && !wanted.contains(object))
                        .sorted()
                        .toList(),
                omitted);
    }

    private static List<Operation> operations(Schema database, Printed printed) {
        Schema namespaces = Schema.empty().withNamespaces(database.namespaces());
        Schema types = namespaces.withTypes(database.types());
        List<Operation> operations = new ArrayList<>(Diff.between(Schema.empty(), namespaces));
        operations.addAll(printed.beforeTypes());
        operations.addAll(Diff.between(namespaces, types));
        operations.addAll(printed.beforeTables());
        operations.addAll(Diff.between(types, database));
        operations.addAll(printed.afterTables());
        return operations;
    }

    private static List<SchemaObject> objects(Schema schema) {
        return Stream.of(
                        named(Kind.SCHEMA, schema.namespaces(), ObjectName::of),
                        named(Kind.TABLE, schema.tables(), Table::name),
                        named(Kind.SEQUENCE, schema.sequences(), Sequence::name),
                        named(Kind.VIEW, schema.views(), View::name),
                        named(Kind.TYPE, schema.types(), UserType::name))
                .flatMap(Function.identity())
                .toList();
    }

    private static <T> Stream<SchemaObject> named(Kind kind, Collection<T> objects, Function<T, ObjectName> name) {
        return objects.stream().map(object -> new SchemaObject(kind, name.apply(object)));
    }
}
