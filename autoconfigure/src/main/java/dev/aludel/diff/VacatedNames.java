package dev.aludel.diff;

import static java.util.stream.Collectors.toSet;

import dev.aludel.operation.Operation;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.OutgoingName;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UserType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes way for what takes the name of a table or a sequence that goes. Tables and sequences go last, since what comes may take rows
 * and numbers from them; so one whose name is wanted by something of another kind takes its {@linkplain OutgoingName outgoing name}
 * first, and goes under that.
 */
final class VacatedNames {

    private final SortedMap<ObjectName, ObjectName> tables = new TreeMap<>();
    private final SortedMap<ObjectName, ObjectName> sequences = new TreeMap<>();

    VacatedNames(Schema before, Schema after) {
        Set<ObjectName> types = after.types().stream().map(UserType::name).collect(toSet());
        Set<ObjectName> relations = Stream.concat(
                        after.tables().stream().flatMap(VacatedNames::relations),
                        after.sequences().stream().map(Sequence::name))
                .collect(toSet());
        vacate(tables, before.tables(), after.tables(), Table::name, List.of(relations, types));
        vacate(sequences, before.sequences(), after.sequences(), Sequence::name, List.of(relations));
    }

    private static <T> void vacate(
            SortedMap<ObjectName, ObjectName> names,
            List<T> before,
            List<T> after,
            Function<T, ObjectName> name,
            Collection<Set<ObjectName>> wanted) {
        Set<ObjectName> kept = after.stream().map(name).collect(toSet());
        before.stream()
                .map(name)
                .filter(gone -> !kept.contains(gone) && wanted.stream().anyMatch(some -> some.contains(gone)))
                .forEach(gone -> names.put(gone, OutgoingName.of(gone)));
    }

    /** The names that a table takes in its schema, where indexes and tables share them. */
    static Stream<ObjectName> relations(Table table) {
        Stream<String> constraints = table.constraints().stream()
                .filter(constraint -> Rank.of(constraint).hasIndex())
                .map(constraint -> constraint.name().text());
        Stream<String> indexes =
                table.indexes().stream().map(index -> index.name().text());
        return Stream.concat(
                Stream.of(table.name()), Stream.concat(constraints, indexes).map(table.name()::sibling));
    }

    /** The schema in which they are out of the way. */
    Schema in(Schema before) {
        return renames().applyTo(before);
    }

    /** What puts them out of the way. */
    List<Operation> operations() {
        return new ArrayList<>(RenameOperations.of(renames()));
    }

    /** The name that a table had. */
    ObjectName former(ObjectName table) {
        return tables.keySet().stream()
                .filter(name -> OutgoingName.of(name).equals(table))
                .findFirst()
                .orElse(table);
    }

    private Renames renames() {
        return new Renames(tables, new TreeMap<>(), sequences);
    }
}
