package dev.aludel.script;

import dev.aludel.AludelException;
import java.util.List;

/** Files with the same revision id. */
public final class DuplicateScriptException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final transient List<String> locations;

    DuplicateScriptException(String id, List<String> locations) {
        super("The revision id '" + id + "' is in several files: '" + String.join("', '", locations)
                + "'. Remove all but one, or give each an id of its own.");
        this.id = id;
        this.locations = List.copyOf(locations);
    }

    /** The id that they share. */
    public String id() {
        return id;
    }

    /** The files. */
    public List<String> locations() {
        return locations;
    }
}
