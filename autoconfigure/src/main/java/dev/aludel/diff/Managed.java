package dev.aludel.diff;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.OutgoingName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.UserType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What autogenerate may touch of a database, decided once. Managed are the tables, sequences and types that the model has or that
 * an applied revision created; in a managed table every column and every constraint, since they decide what an insert may do, and
 * the sequence of a serial column, but no exclusion constraint, which no mapping says; of its indexes those that the model has or a revision created.
 *
 * @param schema the managed part of the database
 * @param unmanaged the rest, in order, which is left alone
 * @param unmanagedIndexes the unmanaged indexes of managed tables, by table: they may be in the way of a change
 * @param unmanagedConstraints the same for constraints
 */
public record Managed(
        Schema schema,
        List<SchemaObject> unmanaged,
        Map<ObjectName, List<Index>> unmanagedIndexes,
        Map<ObjectName, List<Constraint>> unmanagedConstraints) {

    public Managed {
        unmanaged = List.copyOf(unmanaged);
        unmanagedIndexes = Map.copyOf(unmanagedIndexes);
        unmanagedConstraints = Map.copyOf(unmanagedConstraints);
    }

    Managed withSchema(Schema other) {
        return new Managed(other, unmanaged, unmanagedIndexes, unmanagedConstraints);
    }

    /** The managed tables with all their indexes, the unmanaged ones included. */
    public Schema withAllIndexes() {
        return schema.mapTables(table -> table.withIndexes(
                Stream.concat(table.indexes().stream(), unmanagedIndexes.getOrDefault(table.name(), List.of()).stream())
                        .toList()));
    }

    /**
     * Divides a database.
     *
     * @param others what the database holds that a schema does not speak of: views, functions and the like
     * @param created what applied revisions created, by their headers
     * @param dropUnmanaged whether every table, sequence, type and index counts as managed
     */
    public static Managed of(
            Schema database,
            List<SchemaObject> others,
            Schema model,
            Set<SchemaObject> created,
            boolean dropUnmanaged) {
        return new Division(database, model, created, dropUnmanaged).divide(others);
    }

    /** The rules, with what they look up. */
    private static final class Division {

        private final Schema database;
        private final Set<SchemaObject> created;
        private final boolean everything;
        private final Set<String> namespaces;
        private final Map<ObjectName, Table> modelTables;
        private final Set<ObjectName> modelSequences;
        private final Set<ObjectName> modelTypes;
        /** Those that tables have which are not Aludel's: a type does not go from under them. */
        private final Set<ObjectName> foreignTypes;

        private final ObjectClaims claims;
        private final Set<ObjectName> managedTables;
        private final Set<SchemaObject> managedViews;

        Division(Schema database, Schema model, Set<SchemaObject> created, boolean everything) {
            this.database = database;
            this.created = created;
            this.everything = everything;
            this.namespaces = Set.copyOf(model.namespaces());
            this.modelTables =
                    model.tables().stream().collect(toMap(Table::name, Function.identity(), (first, second) -> first));
            this.modelSequences = model.sequences().stream().map(Sequence::name).collect(toSet());
            this.managedViews = database.views().stream()
                    .map(view -> new SchemaObject(Kind.VIEW, view.name()))
                    .collect(toSet());
            this.claims = new ObjectClaims(Stream.concat(database.objects().stream(), model.objects().stream())
                    .toList());
            this.modelTypes = model.types().stream().map(UserType::name).collect(toSet());
            this.managedTables = database.tables().stream()
                    .map(Table::name)
                    .filter(name -> modelTables.containsKey(name) || isManaged(Kind.TABLE, name))
                    .collect(toSet());
            this.foreignTypes = foreignTypes(database, managedTables);
        }

        private static Set<ObjectName> foreignTypes(Schema database, Set<ObjectName> managedTables) {
            return database.tables().stream()
                    .filter(table -> !managedTables.contains(table.name()))
                    .flatMap(table -> table.columns().stream())
                    .flatMap(column -> OutgoingName.nameIn(column.type()).stream())
                    .collect(toSet());
        }

        Managed divide(List<SchemaObject> others) {
            List<Table> tables = database.tables().stream()
                    .filter(table -> managedTables.contains(table.name()))
                    .toList();
            Map<ObjectName, List<Index>> foreign = new TreeMap<>();
            tables.forEach(table -> foreign.put(table.name(), indexes(table, false)));
            foreign.values().removeIf(List::isEmpty);
            Map<ObjectName, List<Constraint>> constraints = new TreeMap<>();
            tables.forEach(table -> constraints.put(
                    table.name(),
                    table.constraints().stream()
                            .filter(constraint -> isForeign(table, constraint))
                            .toList()));
            constraints.values().removeIf(List::isEmpty);
            List<SchemaObject> unmanaged = unmanaged(others, foreign, constraints);
            Schema schema = new Schema(
                    database.namespaces().stream()
                            .filter(name -> isManagedNamespace(name, unmanaged))
                            .toList(),
                    tables.stream()
                            .map(table -> withoutClaimed(table.withIndexes(indexes(table, true)))
                                    .keeping(constraint -> !isForeign(table, constraint)))
                            .toList(),
                    database.sequences().stream().filter(this::isManaged).toList(),
                    database.views(),
                    database.types().stream().filter(this::isManaged).toList(),
                    database.objects());
            return new Managed(schema, unmanaged, foreign, constraints);
        }

        /** A table that goes takes it along, and brings it back. */
        private boolean isForeign(Table table, Constraint constraint) {
            return !everything
                    && modelTables.containsKey(table.name())
                    && constraint instanceof ExclusionConstraint exclusion
                    && !exclusion.key()
                    && !claims.adds(table.name(), constraint.name().text());
        }

        private List<SchemaObject> unmanaged(
                List<SchemaObject> others,
                Map<ObjectName, List<Index>> foreign,
                Map<ObjectName, List<Constraint>> foreignConstraints) {
            Stream<SchemaObject> constraints = foreignConstraints.entrySet().stream()
                    .flatMap(entry -> entry.getValue().stream()
                            .map(constraint -> new SchemaObject(
                                    Kind.EXCLUSION_CONSTRAINT,
                                    entry.getKey()
                                            .sibling(constraint.name() + " on "
                                                    + entry.getKey().name()))));
            Stream<SchemaObject> tables = database.tables().stream()
                    .map(Table::name)
                    .filter(name -> !managedTables.contains(name))
                    .map(name -> new SchemaObject(Kind.TABLE, name));
            Stream<SchemaObject> sequences = database.sequences().stream()
                    .filter(sequence -> !isManaged(sequence))
                    .map(sequence -> new SchemaObject(Kind.SEQUENCE, sequence.name()));
            Stream<SchemaObject> types = database.types().stream()
                    .filter(type -> !isManaged(type))
                    .map(type -> new SchemaObject(Kind.TYPE, type.name()));
            Stream<SchemaObject> indexes = foreign.entrySet().stream()
                    .flatMap(entry -> entry.getValue().stream().map(index -> object(entry.getKey(), index)));
            return Stream.of(
                            tables,
                            sequences,
                            types,
                            indexes,
                            constraints,
                            others.stream().filter(other -> !managedViews.contains(other)))
                    .flatMap(Function.identity())
                    .sorted()
                    .distinct()
                    .toList();
        }

        /** The table without what auxiliary objects, those that are there and those that shall be, add to it. */
        private Table withoutClaimed(Table table) {
            if (claims.isEmpty()) {
                return table;
            }
            ObjectName name = table.name();
            return table.withColumns(table.columns().stream()
                            .filter(column -> modelHas(name, column.name()) || !claims.adds(name, column.name()))
                            .toList())
                    .keeping(constraint -> !claims.adds(name, constraint.name().text()));
        }

        private boolean modelHas(ObjectName table, String column) {
            Table modelTable = modelTables.get(table);
            return modelTable != null && modelTable.column(column).isPresent();
        }

        private boolean isManaged(Kind kind, ObjectName name) {
            return everything || created.contains(new SchemaObject(kind, name));
        }

        private boolean isManaged(UserType type) {
            return modelTypes.contains(type.name())
                    || (isManaged(Kind.TYPE, type.name()) && !foreignTypes.contains(type.name()));
        }

        private boolean isManaged(Sequence sequence) {
            Sequence.Owner owner = sequence.owner();
            return modelSequences.contains(sequence.name())
                    || isManaged(Kind.SEQUENCE, sequence.name())
                    || (owner != null && managedTables.contains(owner.table()) && isSerial(sequence, owner));
        }

        /** A sequence that a column merely owns was made by hand. */
        private boolean isSerial(Sequence sequence, Sequence.Owner owner) {
            return database.table(owner.table())
                    .flatMap(table -> table.column(owner.column()))
                    .filter(column -> References.uses(column, sequence))
                    .isPresent();
        }

        private List<Index> indexes(Table table, boolean managed) {
            Table modelTable = modelTables.get(table.name());
            return table.indexes().stream()
                    .filter(index -> (modelTable != null && has(modelTable, index))
                            ? managed
                            : !claims.adds(table, index)
                                    && managed == (everything || created.contains(object(table.name(), index))))
                    .toList();
        }

        /** By name, or by content where nobody chose the name; a unique constraint needs its name for an index of its own. */
        private static boolean has(Table modelTable, Index index) {
            String text = index.name().text();
            boolean constraint = modelTable.constraints(UniqueConstraint.class).stream()
                    .anyMatch(candidate -> candidate.name().text().equals(text));
            return constraint
                    || modelTable.indexes().stream().anyMatch(candidate -> {
                        ConstraintName name = candidate.name();
                        return name.text().equals(text)
                                || (name.implicit()
                                        && candidate.withName(index.name()).equals(index));
                    });
        }

        /** A schema that a revision created goes with its last object, and never with somebody else's. */
        private boolean isManagedNamespace(String name, List<SchemaObject> unmanaged) {
            return namespaces.contains(name)
                    || (created.contains(new SchemaObject(Kind.SCHEMA, ObjectName.of(name)))
                            && unmanaged.stream()
                                    .noneMatch(object -> object.name().schema().equals(name)));
        }

        private static SchemaObject object(ObjectName table, Index index) {
            return new SchemaObject(Kind.INDEX, table.sibling(index.name().text()));
        }
    }
}
