package dev.aludel.diff;

import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.ContinueNumbers;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.DropSequence;
import dev.aludel.schema.Column;
import dev.aludel.schema.Expression;
import dev.aludel.schema.Numbers;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sequences. One lets go of its owner before that column goes, which would take it along, and gets an owner once the column
 * is there. One that is the inner part of a serial column goes before the column becomes an identity, and comes after the column
 * was one: the sequence of an identity has the same usual name.
 */
final class SequencePlan {

    /** A column of a table. */
    private record Place(ObjectName table, Column column) {}

    private final Plan plan;
    private final Map<ObjectName, TableChange> tables;
    private final List<Place> numbered;
    private final Map<Place, Column> released = new HashMap<>();

    SequencePlan(Plan plan, Schema before, Map<ObjectName, TableChange> tables) {
        this.plan = plan;
        this.tables = tables;
        this.numbered = before.tables().stream()
                .flatMap(table -> table.columns().stream().map(column -> new Place(table.name(), column)))
                .filter(place -> takesNumbers(place.column()))
                .toList();
    }

    void add(Matched<Sequence> sequences) {
        sequences.removed().forEach(this::drop);
        sequences.kept().forEach(pair -> alter(pair.before(), pair.after()));
        sequences.added().forEach(this::create);
    }

    /** A column of a table as it is once sequences have come and gone. */
    Column released(ObjectName table, Column column) {
        return released.getOrDefault(new Place(table, column), column);
    }

    private void drop(Sequence sequence) {
        if (!isSerial(sequence)) {
            plan.add(Phase.DROP_SEQUENCE, new DropSequence(release(sequence)));
            return;
        }
        users(sequence).forEach(place -> release(place, place.column().withDefaultValue(null)));
        plan.add(Phase.DROP_SERIAL, new DropSequence(sequence));
    }

    private void release(Place place, Column free) {
        plan.add(Phase.RELEASE, new AlterColumn(place.table(), place.column(), free));
        released.put(place, free);
    }

    private void alter(Sequence before, Sequence after) {
        Sequence free = release(before);
        Sequence waiting = withoutOwnerThatChanges(after);
        if (!free.equals(waiting)) {
            plan.add(Phase.SEQUENCE, new AlterSequence(free, waiting));
        }
        own(waiting, after);
    }

    private void create(Sequence sequence) {
        Sequence waiting = withoutOwnerThatChanges(sequence);
        if (waiting.owner() != null) {
            releaseIdentity(waiting.owner());
        }
        plan.add(Phase.SEQUENCE, new CreateSequence(waiting));
        own(waiting, sequence);
    }

    private void releaseIdentity(Sequence.Owner owner) {
        for (Matched.Pair<Column> pair : keptColumns(owner.table())) {
            Column column = pair.before();
            if (column.name().equals(owner.column())
                    && column.identity() != null
                    && pair.after().identity() == null) {
                Numbers identity = new Numbers.OfIdentity(owner.table(), column.name());
                plan.add(
                        Phase.RELEASE, new ContinueNumbers(owner.table(), column.name(), List.of(identity), List.of()));
                release(new Place(owner.table(), column), column.withIdentity(null));
            }
        }
    }

    private Sequence release(Sequence before) {
        Sequence free = withoutOwnerThatChanges(before);
        if (!free.equals(before)) {
            plan.add(Phase.RELEASE, new AlterSequence(before, free));
        }
        return free;
    }

    private void own(Sequence waiting, Sequence after) {
        if (!waiting.equals(after)) {
            plan.add(Phase.OWN, new AlterSequence(waiting, after));
        }
    }

    private Sequence withoutOwnerThatChanges(Sequence sequence) {
        return sequence.owner() == null || stays(sequence.owner())
                ? sequence
                : sequence.withOptions(sequence.options(), null);
    }

    private List<Matched.Pair<Column>> keptColumns(ObjectName name) {
        TableChange table = tables.get(name);
        return table == null ? List.of() : table.columns().kept();
    }

    /** Whether the column is there all the time, with its values; a table that is not managed does not change. */
    private boolean stays(Sequence.Owner owner) {
        TableChange table = tables.get(owner.table());
        return table != null && table.keeps(owner.column());
    }

    private boolean isSerial(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return owner != null
                && stays(owner)
                && users(sequence).stream()
                        .allMatch(place -> place.table().equals(owner.table())
                                && place.column().name().equals(owner.column()));
    }

    private List<Place> users(Sequence sequence) {
        return numbered.stream()
                .filter(place -> References.uses(place.column(), sequence))
                .toList();
    }

    private static boolean takesNumbers(Column column) {
        Expression value = column.defaultValue();
        return value != null && value.mentions("nextval");
    }
}
