package dev.aludel.diff;

import static java.util.stream.Collectors.toSet;

import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterTableComment;
import dev.aludel.operation.AlterTableOptions;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSchema;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropSchema;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.Validity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Puts what differs into the phases of a plan. Tables are taken by name, so that the plan does not depend on their order. */
final class Planner {

    private static final Comparator<Index> BY_NAME =
            Comparator.comparing(index -> index.name().text());

    private final TypePlan types;
    private final VacatedNames vacated;
    private final Schema before;
    private final Schema after;
    private final Managed managed;
    private final Map<ObjectName, TableChange> changes = new TreeMap<>();
    private final Set<ObjectName> namesAfter;
    private final Plan plan = new Plan();

    Planner(Managed managed, Schema after) {
        this.types = new TypePlan(
                managed.schema(), after, (from, to) -> new Planner(managed.withSchema(from), to).plan(List.of()));
        this.vacated = new VacatedNames(types.released(), after);
        this.before = vacated.in(types.released());
        this.after = after;
        this.managed = managed;
        this.namesAfter = Stream.concat(
                        after.tables().stream().flatMap(VacatedNames::relations),
                        after.sequences().stream().map(Sequence::name))
                .collect(toSet());
    }

    List<Operation> plan(List<Operation> renames) {
        renames.forEach(rename -> plan.add(Phase.RENAME, rename));
        vacated.operations().forEach(rename -> plan.add(Phase.RENAME, rename));
        Matched<Table> tables =
                Matched.tables(sorted(before.tables(), Table::name), sorted(after.tables(), Table::name));
        tables.kept()
                .forEach(pair -> changes.put(
                        pair.after().name(),
                        new TableChange(
                                pair.before(),
                                pair.after(),
                                unmanaged(pair.after().name()),
                                managed.unmanagedConstraints()
                                        .getOrDefault(pair.after().name(), List.of()))));
        schemas();
        SequencePlan sequences = new SequencePlan(plan, before, changes);
        sequences.add(Matched.sequences(
                sorted(before.sequences(), Sequence::name), sorted(after.sequences(), Sequence::name)));
        ColumnPlan columns = new ColumnPlan(plan, sequences::released);
        tables.added().forEach(this::create);
        changes.values().forEach(change -> {
            columns.add(change);
            change(change);
        });
        ValuePlan values = new ValuePlan(plan);
        tables.kept().forEach(pair -> values.add(pair.before(), pair.after()));
        tables.removed().forEach(this::drop);
        new ViewPlan(plan).add(before.views(), after.views());
        new NumberPlan(plan, before, after).add(tables.kept());
        types.add(plan);
        new ObjectPlan(plan).add(before.objects(), after.objects());
        return plan.operations();
    }

    private void schemas() {
        Matched<String> names = Matched.names(
                before.namespaces().stream().sorted().toList(),
                after.namespaces().stream().sorted().toList());
        names.added().forEach(name -> plan.add(Phase.CREATE_SCHEMA, new CreateSchema(name)));
        names.removed().forEach(name -> plan.add(Phase.DROP_SCHEMA, new DropSchema(name)));
    }

    private void create(Table table) {
        ObjectName name = table.name();
        plan.add(Phase.CREATE_TABLE, new CreateTable(bare(table, constraint -> !standsAlone(table, constraint))));
        table.constraints().stream()
                .filter(constraint -> standsAlone(table, constraint))
                .sorted(Rank.ORDER)
                .forEach(constraint -> add(name, constraint));
        createIndexes(name, table.indexes());
        table.foreignKeys().stream().sorted(Rank.ORDER).forEach(key -> add(name, key));
    }

    private void drop(Table table) {
        ObjectName name = table.name();
        Predicate<Constraint> goesAlone =
                constraint -> standsAlone(table, constraint) || isNameWanted(table, constraint);
        table.foreignKeys().stream().sorted(Rank.ORDER).forEach(key -> drop(name, key));
        dropIndexes(name, table.indexes());
        dropIndexes(name, unmanaged(vacated.former(name)));
        table.constraints().stream()
                .filter(goesAlone)
                .sorted(Rank.ORDER.reversed())
                .forEach(constraint -> drop(name, constraint));
        plan.add(Phase.DROP_TABLE, new DropTable(bare(table, goesAlone.negate())));
    }

    private void change(TableChange table) {
        ObjectName name = table.name();
        if (!Objects.equals(table.commentBefore(), table.commentAfter())) {
            plan.add(Phase.TABLE_COMMENT, new AlterTableComment(name, table.commentBefore(), table.commentAfter()));
        }
        if (!table.optionsBefore().equals(table.optionsAfter())) {
            plan.add(Phase.TABLE_COMMENT, new AlterTableOptions(name, table.optionsBefore(), table.optionsAfter()));
        }
        dropIndexes(name, table.lostIndexes());
        createIndexes(name, table.gainedIndexes());
        List<Constraint> lost = table.lostConstraints();
        lost.stream().sorted(Rank.ORDER.reversed()).forEach(constraint -> drop(name, constraint));
        table.gainedConstraints().forEach(constraint -> add(name, constraint));
        foreignKeys(table);
    }

    private void foreignKeys(TableChange table) {
        Matched<ForeignKey> keys = table.foreignKeys();
        keys.removed().stream().sorted(Rank.ORDER).forEach(key -> drop(table.name(), key));
        keys.kept().stream()
                .filter(pair -> pair.changed() || isInTheWay(table, pair.before()))
                .sorted(Comparator.comparing(Matched.Pair::after, Rank.ORDER))
                .forEach(pair -> {
                    drop(table.name(), pair.before());
                    add(table.name(), pair.after());
                });
        keys.added().stream().sorted(Rank.ORDER).forEach(key -> add(table.name(), key));
    }

    /** Whether a foreign key that stays has to go while its columns, or those it refers to, or their key change. */
    private boolean isInTheWay(TableChange table, ForeignKey key) {
        TableChange target = changes.get(key.target());
        return table.touches(key.columns())
                || (target != null && (target.touches(key.targetColumns()) || target.losesKey(key.targetColumns())));
    }

    /** Whether the name is wanted by something new: a table was renamed, and its unique constraint is named by hand. */
    private boolean isNameWanted(Table table, Constraint constraint) {
        return Rank.of(constraint).hasIndex()
                && namesAfter.contains(table.name().sibling(constraint.name().text()));
    }

    /**
     * Whether a creation of the table would not make the constraint as it is: PostgreSQL takes a check that is not validated for
     * valid, and leaves out a unique constraint over the columns of the primary key or of another one.
     */
    private static boolean standsAlone(Table table, Constraint constraint) {
        if (constraint instanceof CheckConstraint check) {
            return check.validity() == Validity.NOT_VALID;
        }
        return constraint instanceof UniqueConstraint unique
                && table.constraints().stream()
                        .anyMatch(other ->
                                Rank.key(other).equals(unique.columns()) && Rank.ORDER.compare(other, unique) < 0);
    }

    private void add(ObjectName table, Constraint constraint) {
        Phase phase = Rank.of(constraint) == Rank.FOREIGN_KEY ? Phase.ADD_FOREIGN_KEY : Phase.ADD_CONSTRAINT;
        plan.add(phase, new AddConstraint(table, constraint));
    }

    private void drop(ObjectName table, Constraint constraint) {
        Phase phase = Rank.of(constraint) == Rank.FOREIGN_KEY ? Phase.DROP_FOREIGN_KEY : Phase.DROP_CONSTRAINT;
        plan.add(phase, new DropConstraint(table, constraint));
    }

    private void createIndexes(ObjectName table, List<Index> indexes) {
        indexes.stream().sorted(BY_NAME).forEach(index -> plan.add(Phase.CREATE_INDEX, new CreateIndex(table, index)));
    }

    private void dropIndexes(ObjectName table, List<Index> indexes) {
        indexes.stream()
                .sorted(BY_NAME)
                .map(types::released)
                .forEach(index -> plan.add(Phase.DROP_INDEX, new DropIndex(table, index)));
    }

    private List<Index> unmanaged(ObjectName table) {
        return managed.unmanagedIndexes().getOrDefault(table, List.of());
    }

    /** The table as it is created: without foreign keys and indexes, constraints in order. */
    private static Table bare(Table table, Predicate<Constraint> test) {
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> Rank.of(constraint) != Rank.FOREIGN_KEY && test.test(constraint))
                .sorted(Rank.ORDER)
                .toList();
        return table.withConstraints(constraints).withIndexes(List.of());
    }

    private static <T> List<T> sorted(List<T> values, Function<T, ObjectName> name) {
        return values.stream().sorted(Comparator.comparing(name)).toList();
    }
}
