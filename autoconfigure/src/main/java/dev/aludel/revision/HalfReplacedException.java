package dev.aludel.revision;

import dev.aludel.AludelException;
import java.util.List;

/** A database stands amid revisions that another one stands for, and the rest of them is not there any more. */
public final class HalfReplacedException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;

    HalfReplacedException(String replacement, List<String> applied, List<String> missing) {
        super("The database stands within what '" + replacement + "' replaces: " + Quoted.all(applied)
                + (applied.size() == 1 ? " is" : " are") + " applied, and the scripts of " + Quoted.all(missing)
                + " are gone. Restore them, and upgrade; remove them when every database is past '" + replacement
                + "'.");
        this.missing = List.copyOf(missing);
    }

    /** The ids of the revisions that are not there. */
    public List<String> missing() {
        return missing;
    }
}
