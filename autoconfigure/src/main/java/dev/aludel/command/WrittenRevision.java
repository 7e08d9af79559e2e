package dev.aludel.command;

import dev.aludel.diff.provenance.Difference;
import dev.aludel.hazard.Hazard;
import dev.aludel.schema.ObjectName;
import dev.aludel.script.Script;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code revision} did.
 *
 * @param script the revision as a script, also where a class was written; null when autogenerate found nothing to write
 * @param file null as {@code script}
 * @param differences what was found
 * @param hazards what removing them would block or lose
 * @param small tables of the database that was compared where nobody waits for long
 * @param following the further steps of an online plan, each of which follows the one before
 */
public record WrittenRevision(
        @Nullable Script script,
        @Nullable Path file,
        List<Difference> differences,
        List<Hazard> hazards,
        Set<ObjectName> small,
        List<WrittenRevision> following) {

    public WrittenRevision {
        differences = List.copyOf(differences);
        hazards = List.copyOf(hazards);
        small = Set.copyOf(small);
        following = List.copyOf(following);
    }

    /** A revision in one step. */
    public WrittenRevision(
            @Nullable Script script, @Nullable Path file, List<Difference> differences, List<Hazard> hazards) {
        this(script, file, differences, hazards, Set.of(), List.of());
    }

    /** All that was written, in order; none when autogenerate found nothing to write. */
    public List<WrittenRevision> steps() {
        List<WrittenRevision> steps = new ArrayList<>();
        if (written()) {
            steps.add(this);
        }
        steps.addAll(following);
        return steps;
    }

    /** Its id; null where there was nothing to write. */
    public @Nullable String id() {
        return script == null ? null : script.id();
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
