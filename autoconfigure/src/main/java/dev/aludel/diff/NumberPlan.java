package dev.aludel.diff;

import static java.util.stream.Collectors.toMap;

import dev.aludel.operation.ContinueNumbers;
import dev.aludel.schema.Column;
import dev.aludel.schema.Expression;
import dev.aludel.schema.Numbers;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds the columns that take their numbers from elsewhere after a change, so that these go on where the others stopped. */
final class NumberPlan {

    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");

    private final Plan plan;
    private final Schema before;
    private final Schema after;
    private final KeySources givers;
    private final Map<ObjectName, Sequence> sequencesBefore;
    private final Map<ObjectName, Sequence> sequencesAfter;
    private final List<Table> unexplained = new ArrayList<>();
    private boolean explained;

    NumberPlan(Plan plan, Schema before, Schema after) {
        this.plan = plan;
        this.before = before;
        this.after = after;
        this.givers = new KeySources(before, after);
        this.sequencesBefore = byName(before);
        this.sequencesAfter = byName(after);
    }

    /**
     * Plans for the tables that stay. A source that goes and carries nobody's name belonged to the columns that change for a reason of
     * their own; if there are none, to any key that could have had it.
     */
    void add(List<Matched.Pair<Table>> tables) {
        tables.forEach(this::add);
        List<Numbers> orphans = givers.goingOfNobody();
        if (!explained && !orphans.isEmpty()) {
            unexplained.forEach(table ->
                    key(table).ifPresent(column -> plan(Phase.NUMBERS, table, column, orphans, source(table, column))));
        }
    }

    private void add(Matched.Pair<Table> table) {
        for (Matched.Pair<Column> pair : Matched.columns(
                        table.before().columns(), table.after().columns())
                .kept()) {
            if (WHOLE.contains(pair.before().type())
                    && WHOLE.contains(pair.after().type())) {
                add(table.after(), pair.before(), pair.after());
            }
        }
    }

    private void add(Table table, Column old, Column now) {
        if (old.identity() != null && now.identity() == null) {
            if (!isReleased(table, now)) {
                explained = true;
                Numbers identity = new Numbers.OfIdentity(table.name(), old.name());
                plan(Phase.FROM_IDENTITY, table, now, List.of(identity), source(table, now));
            }
        } else if (old.identity() == null && !takesNext(old)) {
            addUnknown(table, now);
        } else if (takesNext(old) && !takesNext(now)) {
            explained = true;
            plan(Phase.NUMBERS, table, now, List.of(), source(table, now));
        }
    }

    private void addUnknown(Table table, Column now) {
        ObjectName name = table.name();
        List<Numbers> source = source(table, now);
        boolean isKey =
                key(table).filter(column -> column.name().equals(now.name())).isPresent();
        Optional<Numbers> otherStep = otherStep(source);
        if (now.identity() != null || takesNext(now) || source.stream().anyMatch(this::isNew)) {
            explained = true;
            plan(Phase.NUMBERS, table, now, isKey ? givers.anyOf(name) : List.of(), source);
        } else if (isKey && !givers.goingOf(name).isEmpty()) {
            plan(Phase.NUMBERS, table, now, givers.goingOf(name), source);
        } else if (otherStep.isPresent()) {
            plan(Phase.NUMBERS, table, now, List.of(otherStep.get()), source);
        } else if (isKey) {
            unexplained.add(table);
        }
    }

    private void plan(Phase phase, Table table, Column column, List<Numbers> old, List<Numbers> now) {
        if (!old.isEmpty() || !now.isEmpty()) {
            plan.add(phase, new ContinueNumbers(table.name(), column.name(), old, now));
        }
    }

    /** What gives the column its numbers from now on; none for a default, which the change of the column sees to. */
    private List<Numbers> source(Table table, Column column) {
        if (column.identity() != null) {
            return List.of(new Numbers.OfIdentity(table.name(), column.name()));
        }
        Numbers numbers = column.values().numbers();
        return numbers != null && numbers.accept(new IsIn(after)) ? List.of(numbers) : List.of();
    }

    private boolean isNew(Numbers numbers) {
        return !numbers.accept(new IsIn(before));
    }

    /** The sequence as it was, when its step changes: the blocks of old and new application must not overlap. */
    private Optional<Numbers> otherStep(List<Numbers> source) {
        return source.stream()
                .filter(Numbers.OfSequence.class::isInstance)
                .map(numbers -> ((Numbers.OfSequence) numbers).name())
                .filter(name -> step(sequencesBefore, name) != step(sequencesAfter, name))
                .findFirst()
                .flatMap(givers::named);
    }

    private static long step(Map<ObjectName, Sequence> sequences, ObjectName name) {
        Sequence sequence = sequences.get(name);
        return sequence == null ? 0 : sequence.increment();
    }

    /** Whether {@link SequencePlan} takes the identity away, to give its name to a sequence of the column's own. */
    private boolean isReleased(Table table, Column column) {
        Sequence.Owner owner = new Sequence.Owner(table.name(), column.name());
        return after.sequences().stream()
                .anyMatch(sequence -> owner.equals(sequence.owner()) && !sequencesBefore.containsKey(sequence.name()));
    }

    private static boolean takesNext(Column column) {
        Expression value = column.defaultValue();
        return value != null && value.mentions("nextval");
    }

    private static Optional<Column> key(Table table) {
        return table.primaryKey()
                .map(PrimaryKey::columns)
                .filter(columns -> columns.size() == 1)
                .flatMap(columns -> table.column(columns.get(0)))
                .filter(column -> WHOLE.contains(column.type()));
    }

    private static Map<ObjectName, Sequence> byName(Schema schema) {
        return schema.sequences().stream()
                .collect(toMap(Sequence::name, Function.identity(), (first, second) -> first));
    }

    /** Whether what gives numbers is there in a schema. */
    private record IsIn(Schema schema) implements Numbers.Visitor<Boolean> {

        @Override
        public Boolean sequence(Numbers.OfSequence numbers) {
            return schema.sequences().stream()
                    .anyMatch(sequence -> sequence.name().equals(numbers.name()) && sequence.increment() > 0);
        }

        @Override
        public Boolean identity(Numbers.OfIdentity numbers) {
            return schema.table(numbers.table()).isPresent();
        }

        @Override
        public Boolean row(Numbers.OfRow numbers) {
            return schema.table(numbers.table()).isPresent();
        }
    }
}
