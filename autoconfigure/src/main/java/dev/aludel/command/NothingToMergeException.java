package dev.aludel.command;

import dev.aludel.AludelException;
import java.util.List;

/** Revisions that are no separate branches. */
public final class NothingToMergeException extends AludelException {

    private static final long serialVersionUID = 1L;

    NothingToMergeException(List<String> asked, List<String> found) {
        super("There is nothing to merge: '" + String.join(" ", asked) + "' is "
                + (found.isEmpty() ? "no revision" : "the one revision '" + found.get(0) + "'")
                + ". Name two revisions or more; the command heads lists those that no other follows.");
    }

    NothingToMergeException(String ancestor, String descendant) {
        super("There is nothing to merge: revision '" + descendant + "' comes after '" + ancestor
                + "' already. Name revisions of different branches.");
    }
}
