package dev.aludel.diff.adoption;

import static java.util.stream.Collectors.toMap;

import dev.aludel.schema.Acceptance;
import dev.aludel.schema.Acceptance.Kind;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Origins;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The differences of an adopted database that change no value: what the mapping says otherwise and means the same by, and what the
 * database has where the mapping is silent. Both sides are in normal form.
 */
public final class Acceptances {

    private final Schema database;
    private final Schema model;
    private final Schema adopted;
    private final ColumnAcceptances columns;
    private final Map<ObjectName, Sequence> sequences;

    private final OwnAdditions additions;

    private Acceptances(Schema database, Schema model, BiPredicate<String, String> keeps, Supplier<Origins> origins) {
        this.database = database;
        this.model = model;
        this.adopted = Adoption.adopt(model, database);
        this.additions = new OwnAdditions(table -> origins.get().of(table));
        this.columns = new ColumnAcceptances(keeps, NarrowKeys.of(database, adopted, keeps), additions);
        this.sequences = database.sequences().stream()
                .collect(toMap(Sequence::name, Function.identity(), (first, second) -> first));
    }

    /**
     * Between a database and a model.
     *
     * @param keeps whether a column of the first type keeps every value of the second
     * @param origins of the model; asked only where something is lacking
     */
    public static Acceptances between(
            Schema database, Schema model, BiPredicate<String, String> keeps, Supplier<Origins> origins) {
        return new Acceptances(database, model, keeps, origins);
    }

    /** All that may be accepted, in order. */
    public List<Acceptance> all() {
        Stream<Acceptance> ofTables =
                adopted.tables().stream().flatMap(this::of).flatMap(accepting -> accepting.acceptances().stream());
        Stream<Acceptance> ofSequences = model.sequences().stream().flatMap(sequence -> of(sequence).stream());
        return Stream.concat(ofTables, ofSequences).sorted().distinct().toList();
    }

    /** The model that has in place of its own what the database has, where that is accepted. */
    public Schema applied(Set<Acceptance> accepted) {
        return model.mapTables(table -> applied(table, accepted))
                .withSequences(model.sequences().stream()
                        .map(sequence -> of(sequence).filter(accepted::contains).isPresent()
                                ? sequence.withStart(sequences
                                        .getOrDefault(sequence.name(), sequence)
                                        .start())
                                : sequence)
                        .toList());
    }

    private Table applied(Table table, Set<Acceptance> accepted) {
        Table named = adopted.table(table.name()).orElse(table);
        List<Accepting> counting = of(named)
                .filter(accepting -> accepted.containsAll(accepting.acceptances()))
                .toList();
        Table applied = named;
        for (Accepting accepting : counting) {
            applied = accepting.table().apply(applied);
        }
        return counting.isEmpty() ? table : applied;
    }

    private Stream<Accepting> of(Table mapped) {
        return database.table(mapped.name())
                .map(found -> Stream.of(
                                columns.of(found, mapped),
                                new ConstraintAcceptances(found, mapped, additions).all().stream(),
                                new IndexAcceptances(found, mapped).all().stream())
                        .flatMap(Function.identity()))
                .orElseGet(Stream::empty);
    }

    private Optional<Acceptance> of(Sequence mapped) {
        Sequence found = sequences.get(mapped.name());
        return found == null || found.start() == mapped.start() || found.increment() != mapped.increment()
                ? Optional.empty()
                : Optional.of(new Acceptance(Kind.START, mapped.name(), "", found.start() + " for " + mapped.start()));
    }
}
