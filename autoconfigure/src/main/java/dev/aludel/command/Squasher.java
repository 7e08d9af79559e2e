package dev.aludel.command;

import dev.aludel.dialect.Dialect;
import dev.aludel.diff.provenance.Difference;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.revision.Squash;
import dev.aludel.runner.MigrationRunner;
import dev.aludel.runner.Rehearsal;
import dev.aludel.runner.Rehearsed;
import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.runner.version.AppliedRevision;
import dev.aludel.schema.Acceptance;
import dev.aludel.script.Script;
import dev.aludel.script.Scripts;
import dev.aludel.script.SqlBody;
import dev.aludel.text.SqlComment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one revision of several, and proves on scratch databases that it does what they do. What begins at the base runs on empty
 * databases alone, so that it may be made anew of what they lead to; anything else, and what has rows, is their statements one after
 * the other.
 */
final class Squasher {

    private final MigrationRunner runner;
    private final Dialect dialect;

    Squasher(MigrationRunner runner, Dialect dialect) {
        this.runner = runner;
        this.dialect = dialect;
    }

    /**
     * Makes it.
     *
     * @throws UnequalSquashException where nothing that was tried does what they do
     */
    Squashed squash(String range, String message, @Nullable String id, @Nullable String scratchUrl) {
        Scripts scripts = runner.scripts();
        Squash squash = scripts.graph().squash(range);
        refuseInUse(scripts.graph(), range, squash);
        String said = message.isEmpty()
                ? "squash %s to %s".formatted(squash.first().id(), squash.last().id())
                : message;
        Revision revision = new NextRevision(scripts, List::of).squashing(squash, said, id);
        return proven(revision, squash, scripts, runner.rehearsal(scratchUrl));
    }

    /** A revision that only the database has may follow one within the range, as a script of this build may. */
    private void refuseInUse(RevisionGraph graph, String range, Squash squash) {
        RevisionGraph all = graph;
        for (AppliedRevision row : runner.status().unknown()) {
            RevisionGraph known = all;
            if (row.downRevisions().stream().allMatch(id -> known.find(id).isPresent())) {
                all = all.with(
                        Revision.of(row.id(), row.message(), row.downRevisions().toArray(String[]::new)));
            }
        }
        all.squash(range.substring(0, range.indexOf(':') + 1) + squash.last().id());
    }

    private Squashed proven(Revision revision, Squash squash, Scripts scripts, Rehearsal rehearsal) {
        Rehearsed expected = rehearsal.of(squash);
        List<String> differences = List.of();
        RevisionFailedException failure = null;
        for (Script candidate : candidates(revision, squash, scripts, rehearsal, expected)) {
            try {
                differences = differences(expected, rehearsal.of(squash, candidate), () -> rehearsal.of(squash));
                failure = null;
                if (differences.isEmpty()) {
                    return new Squashed(candidate, squash, expected.back() != null);
                }
            } catch (RevisionFailedException e) {
                failure = e;
            }
        }
        throw failure == null
                ? new UnequalSquashException(revision.id(), squash, differences)
                : new UnequalSquashException(revision.id(), squash, failure);
    }

    /** @param again tells what is another each time; run only where something differs */
    private static List<String> differences(Rehearsed expected, Rehearsed found, Supplier<Rehearsed> again) {
        return expected.differencesOf(found, expected).isEmpty()
                ? List.of()
                : expected.differencesOf(found, again.get());
    }

    /** Made anew, where it may be; else all statements, in one transaction where they ran in some. */
    private List<Script> candidates(
            Revision revision, Squash squash, Scripts scripts, Rehearsal rehearsal, Rehearsed expected) {
        List<Script> replaced =
                squash.replaced().stream().map(each -> scripts.get(each.id())).toList();
        String irreversible = replaced.stream()
                .filter(script -> script.irreversible() != null)
                .map(script -> script.id() + ": " + script.irreversible())
                .collect(Collectors.joining("; "));
        List<Acceptance> accepted = replaced.stream()
                .flatMap(script -> script.accepts().stream())
                .distinct()
                .toList();
        Function<SqlBody, Script> transactional = body -> new Script(
                        revision,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        expected.created(),
                        true,
                        irreversible.isEmpty() ? null : irreversible,
                        body,
                        "")
                .accepting(accepted);
        List<Script> candidates = new ArrayList<>();
        if (squash.isFromBase()
                && !expected.after().hasRows()
                && expected.after().untold().isEmpty()) {
            candidates.add(transactional.apply(anew(expected)));
        }
        Script joined = transactional.apply(joined(replaced, rehearsal));
        if (replaced.stream().allMatch(Script::transactional)) {
            candidates.add(joined);
        }
        candidates.add(joined.withoutTransaction());
        return candidates;
    }

    private SqlBody anew(Rehearsed expected) {
        List<Difference> differences = expected.after().baseline().operations().stream()
                .map(operation -> new Difference(operation, "", ""))
                .toList();
        Autogenerate generated = new Autogenerate(dialect, differences);
        return SqlBody.of(generated.upgrade(), generated.downgrade());
    }

    private static SqlBody joined(List<Script> replaced, Rehearsal rehearsal) {
        List<Script> back = new ArrayList<>(replaced);
        Collections.reverse(back);
        return SqlBody.of(joined(replaced, true, rehearsal), joined(back, false, rehearsal));
    }

    private static String joined(List<Script> scripts, boolean upgrade, Rehearsal rehearsal) {
        return scripts.stream()
                .filter(script -> upgrade || script.irreversible() == null)
                .map(script -> title(script) + "\n"
                        + rehearsal.section(script, upgrade).strip())
                .collect(Collectors.joining("\n\n"));
    }

    private static String title(Script script) {
        String message = script.revision().message();
        return SqlComment.of(script.id() + (message.isEmpty() ? "" : ", " + message));
    }
}
