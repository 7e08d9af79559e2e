package dev.aludel.diff.online;

import dev.aludel.diff.provenance.Difference;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import java.util.List;

/**
 * Turns a plan into one that leads to the same end while others write: indexes are built and dropped beside, constraints come unchecked
 * and are validated later, rows get values in batches, a column of another type is filled beside the old one. What takes no time stays as it is, and so does what has no such form.
 */
public final class OnlinePlan {

    private OnlinePlan() {}

    /**
     * The revisions, each following the one before.
     *
     * @param database what is there before the plan, under the names that it has after the plan's renames
     * @param server what the plan is for
     */
    public static List<OnlineStep> of(List<Difference> plan, Schema database, Server server) {
        Surroundings surroundings =
                new Surroundings(plan.stream().map(Difference::operation).toList(), database);
        OnlineForms forms = new OnlineForms(surroundings, new ColumnForms(surroundings, server));
        Exchanges exchanges = new Exchanges(plan, surroundings, database, server);
        Schedule schedule = new Schedule();
        for (Difference difference : plan) {
            Operation operation = difference.operation();
            if (!exchanges.covers(operation)) {
                schedule.add(operation, operation.accept(forms), difference::withOperation);
            }
            exchanges
                    .at(operation)
                    .ifPresent(exchange -> schedule.add(operation, exchange.parts(), exchange::difference));
        }
        return schedule.steps();
    }
}
