package dev.aludel.ddl;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Sequence;
import org.jspecify.annotations.Nullable;

/** A sequence as it is made: from 1, in steps of 1, unless said otherwise. */
public final class NewSequence {

    private final ObjectName name;
    private long start = 1;
    private long increment = 1;
    private Sequence.@Nullable Owner owner;

    public NewSequence(ObjectName name) {
        this.name = name;
    }

    /**
     * The first number. {@code op.createSequence("users_seq", s -> s.start(1000))}
     */
    public NewSequence start(long number) {
        start = number;
        return this;
    }

    /**
     * The step, which is the {@code allocationSize} of Hibernate's generator.
     * {@code op.createSequence("users_seq", s -> s.increment(50))}
     */
    public NewSequence increment(long step) {
        increment = step;
        return this;
    }

    /**
     * The column that it goes with. {@code op.createSequence("users_id_seq", s -> s.ownedBy("users", "id"))}
     */
    public NewSequence ownedBy(String table, String column) {
        owner = new Sequence.Owner(ObjectName.parse(table), column);
        return this;
    }

    public Sequence sequence() {
        return new Sequence(name, start, increment, null, owner);
    }
}
