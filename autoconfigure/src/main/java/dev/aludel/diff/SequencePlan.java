package dev.aludel.diff;

import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.DropSequence;
import dev.aludel.schema.Column;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sequences. One lets go of its owner before that column goes, which would take it along, and gets an owner once the column
 * is there. One that was the inner part of a serial column goes before the column becomes an identity, whose own sequence then
 * gets the usual name.
 */
final class SequencePlan {

    /** A column of a table. */
    private record Place(ObjectName table, Column column) {}

    private final Plan plan;
    private final Map<ObjectName, TableChange> tables;
    private final List<Place> numbered;
    private final Set<Place> released = new HashSet<>();

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

    /** A column of a table as it is once the default is gone that used a dropped sequence. */
    Column released(ObjectName table, Column column) {
        return released.contains(new Place(table, column)) ? column.withDefaultValue(null) : column;
    }

    private void drop(Sequence sequence) {
        if (!isSerial(sequence)) {
            plan.add(Phase.DROP_SEQUENCE, new DropSequence(release(sequence)));
            return;
        }
        for (Place place : users(sequence)) {
            Column column = place.column();
            plan.add(Phase.RELEASE, new AlterColumn(place.table(), column, column.withDefaultValue(null)));
            released.add(place);
        }
        plan.add(Phase.DROP_SERIAL, new DropSequence(sequence));
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
        plan.add(Phase.SEQUENCE, new CreateSequence(waiting));
        own(waiting, sequence);
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
