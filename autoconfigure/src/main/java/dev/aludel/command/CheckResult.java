package dev.aludel.command;

import dev.aludel.revision.Revision;
import dev.aludel.runner.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything is left to do.
 *
 * @param pending revisions that the database lacks
 * @param comparison with the metamodel; null where revisions are pending, since it would find again what they say
 */
public record CheckResult(List<Revision> pending, @Nullable Comparison comparison) {

    public CheckResult {
        pending = List.copyOf(pending);
    }

    public boolean ok() {
        return pending.isEmpty() && (comparison == null || comparison.isEqual());
    }
}
