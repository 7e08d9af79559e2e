package dev.aludel.diff.adoption;

import static java.util.stream.Collectors.toMap;

import dev.aludel.diff.References;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets a model take from the database what a mapping does not say, so that it makes no difference: the names that nobody chose,
 * where the content is the same, the name and the order of every primary key, the limits and the owner of a sequence.
 */
public final class Adoption {

    private final Schema database;

    private Adoption(Schema database) {
        this.database = database;
    }

    /** The model with what it leaves open taken from the database. */
    public static Schema adopt(Schema model, Schema database) {
        return new Adoption(database).adopt(model);
    }

    private Schema adopt(Schema model) {
        Map<ObjectName, Table> tables =
                database.tables().stream().collect(toMap(Table::name, Function.identity(), (first, second) -> first));
        NameClaims claims = new NameClaims(model);
        Schema adopted = model.mapTables(table -> {
            Table existing = tables.get(table.name());
            return existing == null ? table : adopt(table, existing, claims);
        });
        return adopted.withSequences(sequences(adopted));
    }

    private static Table adopt(Table table, Table existing, NameClaims claims) {
        ObjectName name = table.name();
        List<Constraint> constraints = new NameAdoption<Constraint>(
                        Constraint::name, Constraint::withName, Adoption::isOpen)
                .adopt(
                        table.constraints().stream()
                                .map(new KeyAdoption(existing.constraints())::adopt)
                                .toList(),
                        existing.constraints().stream()
                                .filter(constraint -> claims.allow(name, constraint))
                                .toList());
        List<Index> indexes = new NameAdoption<Index>(
                        Index::name, Index::withName, index -> index.name().implicit())
                .adopt(
                        table.indexes(),
                        existing.indexes().stream()
                                .filter(index -> claims.allow(name, index))
                                .toList());
        return table.withConstraints(constraints)
                .withIndexes(indexes)
                .withOptions(OptionsAdoption.adopt(table.options(), existing.options()));
    }

    /** Whether the name is no part of the constraint's meaning. */
    static boolean isOpen(Constraint constraint) {
        return constraint.name().implicit() || constraint instanceof PrimaryKey;
    }

    private List<Sequence> sequences(Schema model) {
        Map<ObjectName, Table> tables =
                model.tables().stream().collect(toMap(Table::name, Function.identity(), (first, second) -> first));
        Map<ObjectName, Sequence> existing = database.sequences().stream()
                .collect(toMap(Sequence::name, Function.identity(), (first, second) -> first));
        List<Sequence> sequences = new ArrayList<>();
        for (Sequence sequence : model.sequences()) {
            Sequence found = existing.remove(sequence.name());
            sequences.add(found == null ? sequence : adopt(sequence, found, tables));
        }
        existing.values().stream()
                .filter(sequence -> ownerIn(tables, sequence)
                        .filter(column -> References.uses(column, sequence))
                        .isPresent())
                .forEach(sequences::add);
        return sequences;
    }

    private static Sequence adopt(Sequence sequence, Sequence existing, Map<ObjectName, Table> tables) {
        Sequence.Owner owner = sequence.owner();
        if (owner == null && ownerIn(tables, existing).isPresent()) {
            owner = existing.owner();
        }
        return sequence.withOptions(sequence.options() == null ? existing.options() : sequence.options(), owner);
    }

    private static Optional<Column> ownerIn(Map<ObjectName, Table> tables, Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return Optional.ofNullable(owner)
                .flatMap(some -> Optional.ofNullable(tables.get(some.table()))
                        .flatMap(table -> table.column(some.column()))
                        .filter(column -> column.generated() == null));
    }
}
