package dev.aludel.diff;

import dev.aludel.diff.adoption.Adoption;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * The operations that lead from one schema to another, in an order in which a server takes them. Both are in normal form, and the
 * names that nobody chose are {@linkplain Adoption adopted}: what has the same name is compared by {@code equals}.
 *
 * <p>The list is whole in both directions: the reverse of each operation, from last to first, leads back.
 */
public final class Diff {

    private Diff() {}

    /** The difference between two schemas that nobody else has objects in. */
    public static List<Operation> between(Schema before, Schema after) {
        return new Planner(new Managed(before, List.of(), Map.of(), Map.of()), after).plan(List.of());
    }

    /**
     * The difference between what is managed of a database and a model. An unmanaged index that is in the way of a change is
     * dropped and restored by its definition; one that stands on a dropped column is dropped, so that the way back restores it.
     */
    public static List<Operation> between(Managed before, Schema after) {
        return between(before, after, List.of());
    }

    /** A model whose columns know what a person said of their values. */
    public static Schema withValues(Schema model, Renames renames) {
        return ValueRenames.in(model, renames);
    }

    /**
     * The difference to a model after renames.
     *
     * @param before the database as it is once the renames are done
     * @param renames the operations that do them
     */
    public static List<Operation> between(Managed before, Schema after, List<Operation> renames) {
        return new Planner(before, after).plan(renames);
    }
}
