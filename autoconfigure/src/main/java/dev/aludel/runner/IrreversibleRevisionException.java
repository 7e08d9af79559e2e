package dev.aludel.runner;

import dev.aludel.AludelException;
import dev.aludel.script.Script;
import java.util.List;
import java.util.stream.Collectors;

/** A downgrade would have to take back a revision that says it cannot be. Nothing was taken back. */
public final class IrreversibleRevisionException extends AludelException {

    private static final long serialVersionUID = 1L;

    private static final String REMEDY = "Restore a backup, or write a new revision that mends what it did.";

    IrreversibleRevisionException(String revision, String reason) {
        super("Revision '%s' cannot be taken back: %s. %s".formatted(revision, reason, REMEDY));
    }

    private IrreversibleRevisionException(String message) {
        super(message);
    }

    /**
     * All that is in the way of a downgrade.
     *
     * @param plan what was to be taken back, in order
     * @param irreversible those of them that cannot be; one at least
     */
    static IrreversibleRevisionException of(List<Script> plan, List<Script> irreversible) {
        Script first = irreversible.get(0);
        String which = irreversible.stream()
                .map(script -> "'" + script.id() + "' (" + script.irreversible() + ")")
                .collect(Collectors.joining(", "));
        String farthest = plan.get(0).equals(first)
                ? ""
                : "'aludel downgrade " + first.id() + "' takes back what comes after it. ";
        return new IrreversibleRevisionException(
                "Nothing was taken back, since %s cannot be. %s%s".formatted(which, farthest, REMEDY));
    }
}
