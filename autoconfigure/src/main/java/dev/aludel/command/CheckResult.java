package dev.aludel.command;

import dev.aludel.compare.Comparison;
import dev.aludel.revision.Revision;
import dev.aludel.runner.version.AppliedRevision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything is left to do.
 *
 * @param pending revisions that the database lacks
 * @param unknown revisions that the database has and this build does not
 * @param comparison with the metamodel; null where it would only find again what those revisions say
 */
public record CheckResult(
        List<Revision> pending,
        List<AppliedRevision> unknown,
        @Nullable Comparison comparison) {

    public CheckResult {
        pending = List.copyOf(pending);
        unknown = List.copyOf(unknown);
    }

    public boolean ok() {
        return pending.isEmpty() && unknown.isEmpty() && (comparison == null || comparison.isEqual());
    }
}
