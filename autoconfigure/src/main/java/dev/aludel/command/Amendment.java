package dev.aludel.command;

import dev.aludel.revision.Revision;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.script.Checksums;
import dev.aludel.script.Script;
import dev.aludel.script.SqlBody;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A revision that is to be written anew.
 *
 * @param script as it stands
 * @param file where it stands
 * @param isClass whether it is written in Java
 * @param applied its row; null where the database does not have it, so that nothing is taken back
 */
public record Amendment(
        Script script, Path file, boolean isClass, @Nullable AppliedRevision applied) {

    /** Under the id, place and time of before. */
    Script script(String message, Autogenerate generated) {
        Revision before = script.revision();
        Revision revision = new Revision(
                before.id(),
                before.downRevisions(),
                message.isEmpty() ? before.message() : message,
                before.branchLabels(),
                before.dependsOn(),
                before.replaces());
        Script anew = new Script(
                revision,
                script.created(),
                generated.creates(),
                true,
                generated.irreversible(),
                SqlBody.of(generated.upgrade(), generated.downgrade()),
                script.location());
        return anew.asGenerated(Checksums.ofText(anew));
    }
}
