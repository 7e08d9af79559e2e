package dev.aludel.command;

import dev.aludel.dialect.Hazard;
import dev.aludel.diff.Difference;
import dev.aludel.script.Script;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code revision} did.
 *
 * @param script the revision as a script, also where a class was written; null when autogenerate found nothing to write
 * @param file null as {@code script}
 * @param differences what was found
 * @param hazards what removing them would block or lose
 */
public record WrittenRevision(
        @Nullable Script script, @Nullable Path file, List<Difference> differences, List<Hazard> hazards) {

    public WrittenRevision {
        differences = List.copyOf(differences);
        hazards = List.copyOf(hazards);
    }

    /** Whether it is a class, which counts once it is compiled. */
    public boolean isClass() {
        return file != null && file.toString().endsWith(".java");
    }

    /** Whether a script was written. */
    public boolean written() {
        return file != null;
    }
}
