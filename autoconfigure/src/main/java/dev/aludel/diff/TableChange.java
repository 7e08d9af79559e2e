package dev.aludel.diff;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table that stays: what of it changes, and what of it must be taken down for that and put back.
 */
final class TableChange {

    private final Table before;
    private final Table after;
    private final List<Index> foreignIndexes;
    private final List<Constraint> foreignConstraints;
    private final Matched<Column> columns;
    private final Matched<Constraint> constraints;
    private final Matched<Index> indexes;
    private final Set<String> retyped;
    private final Set<String> rebuilt;
    private final References dropped;

    /**
     * Compares a table.
     *
     * @param foreignIndexes the table's unmanaged indexes
     * @param foreignConstraints the table's unmanaged constraints
     */
    TableChange(Table before, Table after, List<Index> foreignIndexes, List<Constraint> foreignConstraints) {
        this.before = before;
        this.after = after;
        this.foreignIndexes = foreignIndexes;
        this.foreignConstraints = foreignConstraints;
        this.columns = Matched.columns(before.columns(), after.columns());
        this.constraints = Matched.constraints(before.constraints(), after.constraints());
        this.indexes = Matched.indexes(before.indexes(), after.indexes());
        this.retyped = keptNames(pair -> hasOtherType(pair.before(), pair.after()));
        this.rebuilt = keptNames(this::isRebuilt);
        this.dropped =
                new References(columns.removed().stream().map(Column::name).toList());
    }

    ObjectName name() {
        return after.name();
    }

    Matched<Column> columns() {
        return columns;
    }

    /** The foreign keys; whether one that stays must go for a while depends on other tables, too. */
    Matched<ForeignKey> foreignKeys() {
        return Matched.constraints(before.foreignKeys(), after.foreignKeys());
    }

    /** Whether the column is there from first to last, with its values and what it owns. */
    boolean keeps(String column) {
        return columns.kept().stream().anyMatch(pair -> pair.after().name().equals(column))
                && !rebuilt.contains(column);
    }

    TableOptions optionsBefore() {
        return before.options();
    }

    TableOptions optionsAfter() {
        return after.options();
    }

    @Nullable
    String commentBefore() {
        return before.comment();
    }

    @Nullable
    String commentAfter() {
        return after.comment();
    }

    /** Whether a column that stays is dropped and added, on the way or on the way back: a generated one cannot be altered. */
    boolean isRebuilt(Matched.Pair<Column> pair) {
        Column old = pair.before();
        Column now = pair.after();
        return !Objects.equals(old.generated(), now.generated())
                || (old.generated() != null && (hasOtherType(old, now) || new References(retyped).in(old)));
    }

    /** The constraints that go, for good or for a while, foreign keys aside. */
    List<Constraint> lostConstraints() {
        return withTakenDown(
                constraints.removed(),
                Matched.Pair::before,
                constraint -> isInTheWay(constraint) || dropped.in(constraint));
    }

    /** The constraints that come, anew or again, foreign keys aside. */
    List<Constraint> gainedConstraints() {
        return withTakenDown(
                constraints.added(),
                Matched.Pair::after,
                constraint -> isInTheWay(constraint) && !dropped.in(constraint));
    }

    private List<Constraint> withTakenDown(
            List<Constraint> changed,
            Function<Matched.Pair<Constraint>, Constraint> side,
            Predicate<Constraint> unmanaged) {
        return Stream.of(
                        changed.stream(),
                        constraints.kept().stream().filter(this::isTakenDown).map(side),
                        foreignConstraints.stream().filter(unmanaged))
                .flatMap(Function.identity())
                .filter(constraint -> Rank.of(constraint) != Rank.FOREIGN_KEY)
                .sorted(Rank.ORDER)
                .toList();
    }

    List<Index> lostIndexes() {
        List<Index> lost = new ArrayList<>(indexes.removed());
        indexes.kept().stream().filter(this::isTakenDownIndex).forEach(pair -> lost.add(pair.before()));
        foreignIndexes.stream()
                .filter(index -> isInTheWay(index) || dropped.in(index))
                .forEach(lost::add);
        return lost;
    }

    List<Index> gainedIndexes() {
        List<Index> gained = new ArrayList<>(indexes.added());
        indexes.kept().stream().filter(this::isTakenDownIndex).forEach(pair -> gained.add(pair.after()));
        foreignIndexes.stream()
                .filter(index -> isInTheWay(index) && !dropped.in(index))
                .forEach(gained::add);
        return gained;
    }

    /** Whether a foreign key over these columns, on either side, has to go while the table changes. */
    boolean touches(List<String> keyColumns) {
        return keyColumns.stream().anyMatch(column -> retyped.contains(column) || rebuilt.contains(column));
    }

    /** Whether the table loses a key over these columns, which a foreign key may stand on. */
    boolean losesKey(List<String> keyColumns) {
        Set<String> key = Set.copyOf(keyColumns);
        return lostConstraints().stream().anyMatch(constraint -> key.equals(Set.copyOf(Rank.key(constraint))))
                || lostIndexes().stream().anyMatch(index -> key.equals(index.referableColumns()));
    }

    private boolean isTakenDown(Matched.Pair<Constraint> pair) {
        return pair.changed() || isInTheWay(pair.before());
    }

    private boolean isInTheWay(Constraint constraint) {
        return new References(rebuilt).in(constraint)
                || (Rank.of(constraint).hasText() && new References(retyped).in(constraint));
    }

    private boolean isTakenDownIndex(Matched.Pair<Index> pair) {
        return pair.changed() || isInTheWay(pair.before());
    }

    private boolean isInTheWay(Index index) {
        return new References(rebuilt).in(index) || new References(retyped).inExpressions(index);
    }

    private Set<String> keptNames(Predicate<Matched.Pair<Column>> test) {
        Set<String> names = new HashSet<>();
        columns.kept().stream()
                .filter(test)
                .forEach(pair -> names.add(pair.after().name()));
        return Set.copyOf(names);
    }

    private static boolean hasOtherType(Column old, Column now) {
        return !old.type().equals(now.type()) || !Objects.equals(old.collation(), now.collation());
    }
}
