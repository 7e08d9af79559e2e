package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import java.util.List;

/** The database differs from the metamodel although it is at head, where the application asked to fail for it. */
public final class DriftException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> differences;

    DriftException(List<String> differences) {
        super(
                "The database differs from the metamodel: %s. %s To start all the same, set aludel.compare.on-ready=log, and not aludel.mode=validate."
                        .formatted(String.join("; ", differences), Drift.REMEDY));
        this.differences = List.copyOf(differences);
    }

    /** What would lead the database to the metamodel, a line each. */
    public List<String> differences() {
        return differences;
    }
}
