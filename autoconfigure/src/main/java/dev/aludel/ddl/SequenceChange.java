package dev.aludel.ddl;

import dev.aludel.operation.AlterSequence;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Sequence;

/** What changes of a sequence; its next number stays. */
public final class SequenceChange {

    private static final Sequence.Owner SOMETHING = new Sequence.Owner(ObjectName.of(""), "");

    private Sequence before;
    private Sequence after;

    public SequenceChange(ObjectName name) {
        this.before = Sequence.of(name, 1, 1);
        this.after = before;
    }

    /**
     * The number that a restart begins with. {@code op.alterSequence("users_seq", s -> s.start(1000))}
     */
    public SequenceChange start(long number) {
        before = new Sequence(before.name(), number - 1, before.increment(), null, before.owner());
        after = new Sequence(after.name(), number, after.increment(), null, after.owner());
        return this;
    }

    /**
     * The step, which is the {@code allocationSize} of Hibernate's generator.
     * {@code op.alterSequence("users_seq", s -> s.increment(50))}
     */
    public SequenceChange increment(long step) {
        before = new Sequence(before.name(), before.start(), step - 1, null, before.owner());
        after = new Sequence(after.name(), after.start(), step, null, after.owner());
        return this;
    }

    /**
     * The column that it goes with from now on. {@code op.alterSequence("users_seq", s -> s.ownedBy("users", "id"))}
     */
    public SequenceChange ownedBy(String table, String column) {
        before = before.withOptions(null, null);
        after = after.withOptions(null, new Sequence.Owner(ObjectName.parse(table), column));
        return this;
    }

    /**
     * It goes with no column any more. {@code op.alterSequence("users_seq", s -> s.ownedByNone())}
     */
    public SequenceChange ownedByNone() {
        before = before.withOptions(null, SOMETHING);
        after = after.withOptions(null, null);
        return this;
    }

    public AlterSequence operation() {
        return new AlterSequence(before, after);
    }
}
