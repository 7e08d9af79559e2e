package dev.aludel.command;

import dev.aludel.compare.Baseline;
import dev.aludel.compare.Comparison;
import dev.aludel.schema.Acceptance;
import dev.aludel.script.Script;
import java.util.List;

/**
 * What {@code init --from-database} did.
 *
 * @param revision the first revision, at which the database now stands
 * @param baseline what it makes
 * @param comparison how entities and database differ
 */
public record WrittenBaseline(WrittenRevision revision, Baseline baseline, Comparison comparison) {

    /** The differences that the revision accepts. */
    public List<Acceptance> accepted() {
        Script script = revision.script();
        return script == null ? List.of() : script.accepts();
    }
}
