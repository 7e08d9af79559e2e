package dev.aludel.runner;

import dev.aludel.dialect.Dialect;
import dev.aludel.runner.Interruption.Doubt;
import dev.aludel.runner.execution.EntitySessions;
import dev.aludel.runner.execution.Section;
import dev.aludel.runner.execution.Step;
import dev.aludel.runner.session.Sentences;
import dev.aludel.runner.version.Intent;
import dev.aludel.runner.version.VersionRow;
import dev.aludel.script.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells how far a revision came, from its row and its script, without asking the catalogue. */
final class Interruptions {

    private Interruptions() {}

    static Interruption of(VersionRow row, Script script, Dialect dialect) {
        List<Step> steps = Section.of(script, row.upgrades(), dialect, EntitySessions.none())
                .steps();
        int done = row.done().size();
        Interruption found = of(row, steps.isEmpty() ? null : steps.size());
        return done < steps.size()
                ? found.at(
                        steps.get(done).place(),
                        Sentences.statement(
                                row.intent() == null
                                        ? steps.get(done).sql()
                                        : row.intent().sql()))
                : found;
    }

    /** Of a revision that this build does not have. */
    static Interruption withoutScript(VersionRow row) {
        return of(row, null).doubted(Doubt.NO_SCRIPT, "This build has no script of it: start the build that has it.");
    }

    private static Interruption of(VersionRow row, @Nullable Integer steps) {
        Intent intent = row.intent();
        return new Interruption(
                row.id(),
                row.upgrades(),
                row.done().size(),
                steps,
                null,
                intent == null || intent.sql().isEmpty() ? null : Sentences.statement(intent.sql()),
                Doubt.NONE,
                "");
    }
}
