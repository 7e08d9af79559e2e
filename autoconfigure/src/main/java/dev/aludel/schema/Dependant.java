package dev.aludel.schema;

import java.util.List;

/**
 * An object that is not Aludel's and stands on something that changes, as the server prints it: it goes before the change and
 * comes back after it with all that it had.
 *
 * @param removal the statements that take it away; none where it goes with something else
 * @param restoration the statements that make it as it was, with owner, grants, comments and state
 */
public record Dependant(SchemaObject object, List<String> removal, List<String> restoration) {

    public Dependant {
        removal = List.copyOf(removal);
        restoration = List.copyOf(restoration);
    }

    /** As people read it: {@code view titles}. */
    @Override
    public String toString() {
        return object.toString();
    }
}
