package dev.aludel.command;

import dev.aludel.AludelException;
import dev.aludel.revision.Squash;
import dev.aludel.runner.execution.RevisionFailedException;
import java.util.List;

/** One revision would not do what several do. Nothing was written. */
public final class UnequalSquashException extends AludelException {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 5;

    private final transient List<String> differences;

    UnequalSquashException(String id, Squash squash, List<String> differences) {
        super("Revision '%s' would not lead where '%s' to '%s' lead: %s. Squash a shorter range."
                .formatted(id, squash.first().id(), squash.last().id(), shortened(differences)));
        this.differences = List.copyOf(differences);
    }

    UnequalSquashException(String id, Squash squash, RevisionFailedException failure) {
        super(
                "The statements of '%s' to '%s' do not run as the one revision '%s': %s Squash a shorter range."
                        .formatted(squash.first().id(), squash.last().id(), id, failure.getMessage()),
                failure);
        this.differences = List.of();
    }

    private static String shortened(List<String> differences) {
        String some = String.join("; ", differences.subList(0, Math.min(MOST, differences.size())));
        return differences.size() <= MOST ? some : some + "; and " + (differences.size() - MOST) + " more";
    }

    /** A line each; none where it does not run. */
    public List<String> differences() {
        return differences;
    }
}
