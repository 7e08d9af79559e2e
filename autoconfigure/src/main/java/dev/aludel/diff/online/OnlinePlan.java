package dev.aludel.diff.online;

import dev.aludel.diff.Difference;
import dev.aludel.operation.AddColumn;
import dev.aludel.schema.Schema;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Turns a plan into one that leads to the same end while others write: indexes are built and dropped beside, constraints come unchecked
 * and are validated later, rows get values in batches. What takes no time stays as it is, and so does what has no such form.
 */
public final class OnlinePlan {

    private OnlinePlan() {}

    /**
     * The revisions, each following the one before.
     *
     * @param database what is there before the plan, under the names that it has after the plan's renames
     * @param quote an identifier as it stands in SQL
     * @param perRow whether a new column has a value of its own in each row, which must be written there
     */
    public static List<OnlineStep> of(
            List<Difference> plan, Schema database, Function<String, String> quote, Predicate<AddColumn> perRow) {
        Surroundings surroundings =
                new Surroundings(plan.stream().map(Difference::operation).toList(), database);
        OnlineForms forms = new OnlineForms(surroundings, new ColumnForms(surroundings, quote, perRow));
        Schedule schedule = new Schedule();
        plan.forEach(
                difference -> schedule.add(difference, difference.operation().accept(forms)));
        return schedule.steps();
    }
}
