package dev.aludel.revision;

import dev.aludel.AludelException;

/** A range whose beginning does not lead to its end. */
public final class NoAncestorException extends AludelException {

    private static final long serialVersionUID = 1L;

    /** @param ends the older end first */
    NoAncestorException(String range, Range ends) {
        super("The range '" + range.strip() + "' is empty, since '" + ends.from() + "' is not an ancestor of '"
                + ends.to() + "'. Exchange the ends, or take both from one line: 'aludel history' shows them.");
    }
}
