package dev.aludel.runner.version;

import dev.aludel.AludelException;
import dev.aludel.revision.Revision;
import java.util.List;

/** The database lacks revisions, so that comparing it with the metamodel would find again what they say. */
public final class DatabaseBehindException extends AludelException {

    private static final long serialVersionUID = 1L;

    public DatabaseBehindException(List<Revision> pending) {
        super("The database is not at head: %d pending, the first is '%s'. Run 'aludel upgrade head' first."
                .formatted(pending.size(), pending.get(0).id()));
    }
}
