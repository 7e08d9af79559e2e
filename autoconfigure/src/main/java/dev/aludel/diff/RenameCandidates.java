package dev.aludel.diff;

import dev.aludel.diff.RenameCandidate.Kind;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What may have been renamed, where nobody said so: a person is asked, and nothing is guessed. The columns of a table are asked
 * about once it is known what became of the table.
 */
public final class RenameCandidates {

    private static final double ALIKE = 0.5;

    private final Schema managed;
    private final Schema database;
    private final Schema model;
    private final Set<String> dropped;
    private final List<RenameCandidate> candidates = new ArrayList<>();

    private RenameCandidates(Schema managed, Schema database, Schema model, RenameAnswers answers) {
        this.managed = managed;
        this.database = database;
        this.model = model;
        this.dropped = Set.copyOf(answers.dropped());
    }

    /**
     * Finds them, in order: for each old name the likeliest new one first.
     *
     * @param managed the managed part of the database, with the renames that are known
     * @param database all of it
     */
    public static List<RenameCandidate> of(Managed managed, Schema database, Schema model, RenameAnswers answers) {
        RenameCandidates all = new RenameCandidates(managed.schema(), database, model, answers);
        all.tables();
        boolean openTables = !all.candidates.isEmpty();
        all.columns();
        if (!openTables) {
            all.sequences();
        }
        return all.candidates.stream().sorted(RenameCandidate.ORDER).toList();
    }

    private void tables() {
        Set<ObjectName> managedTables = new HashSet<>();
        managed.tables().forEach(table -> managedTables.add(table.name()));
        List<Table> added = model.tables().stream()
                .filter(table -> database.table(table.name()).isEmpty())
                .toList();
        if (added.isEmpty()) {
            return;
        }
        for (Table old : database.tables()) {
            if (model.table(old.name()).isEmpty()) {
                for (Table now : added) {
                    add(
                            Kind.TABLE,
                            old.name().toString(),
                            now.name().toString(),
                            TableLikeness.of(old, now, managedTables.contains(old.name())));
                }
            }
        }
    }

    private void columns() {
        for (Table old : managed.tables()) {
            model.table(old.name()).ifPresent(now -> columns(old, now));
        }
    }

    private void columns(Table old, Table now) {
        Matched<Column> columns = Matched.columns(old.columns(), now.columns());
        ColumnLikeness likeness = new ColumnLikeness(old, now);
        for (Column removed : columns.removed()) {
            for (Column added : columns.added()) {
                add(Kind.COLUMN, old.name() + "." + removed.name(), added.name(), likeness.of(removed, added));
            }
        }
    }

    /** A sequence that starts anew hands out numbers that are taken. One that goes with a column is the column's affair. */
    private void sequences() {
        Matched<Sequence> sequences = Matched.sequences(
                managed.sequences().stream()
                        .sorted(Comparator.comparing(Sequence::name))
                        .toList(),
                model.sequences());
        for (Sequence old : sequences.removed()) {
            for (Sequence now : sequences.added()) {
                double names = Likeness.of(old.name().name(), now.name().name());
                boolean likely = names >= ALIKE && old.owner() == null && old.increment() == now.increment();
                add(
                        Kind.SEQUENCE,
                        old.name().toString(),
                        now.name().toString(),
                        likely ? OptionalInt.of((int) Math.round(40 + 60 * names)) : OptionalInt.empty());
            }
        }
    }

    private void add(Kind kind, String before, String after, OptionalInt score) {
        if (score.isPresent() && !dropped.contains(before)) {
            candidates.add(new RenameCandidate(kind, before, after, Math.min(100, score.getAsInt())));
        }
    }
}
