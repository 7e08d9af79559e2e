package dev.aludel.autoconfigure;

import dev.aludel.compare.Comparison;
import dev.aludel.compare.KnownTools;
import dev.aludel.runner.Status;
import dev.aludel.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a comparison, a line per difference. */
final class Drift {

    static final String REMEDY =
            "Write a revision for it with 'aludel revision --autogenerate -m \"...\"', in development also with aludel.autogenerate=write.";

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel");
    private static final int LINES = 100;

    private Drift() {}

    static void warn(Comparison comparison) {
        LOG.warn(
                "The database differs from the metamodel ({} to do). {}",
                comparison.operations().size(),
                REMEDY);
        lines(comparison.describe()).forEach(line -> LOG.warn("  {}", line));
        comparison.candidates().forEach(candidate -> LOG.warn("Maybe renamed: {}", candidate));
    }

    /** What is neither drift nor failure: what could not be proven, and what is left alone. */
    static void remark(Comparison comparison) {
        lines(comparison.unproven())
                .forEach(line -> LOG.warn("Neither equal nor different, since it could not be proven: {}", line));
        List<String> unmanaged = comparison.unmanaged().stream()
                .filter(object -> !KnownTools.made(object))
                .map(SchemaObject::toString)
                .toList();
        if (!unmanaged.isEmpty() && LOG.isInfoEnabled()) {
            LOG.info(
                    "Left alone, since neither the metamodel nor a revision made them: {}",
                    String.join(", ", lines(unmanaged)));
        }
    }

    /** {@code head 3f2a9c1b7d40}, as a sentence goes on after "Database is at". */
    static String heads(Status status) {
        return switch (status.current().size()) {
            case 0 -> "base (there are no revisions)";
            case 1 -> "head " + status.current().get(0);
            default -> "heads " + String.join(", ", status.current());
        };
    }

    private static List<String> lines(List<String> all) {
        if (all.size() <= LINES) {
            return all;
        }
        List<String> shown = new ArrayList<>(all.subList(0, LINES));
        shown.add("and " + (all.size() - LINES) + " more, which 'aludel compare' lists");
        return shown;
    }
}
