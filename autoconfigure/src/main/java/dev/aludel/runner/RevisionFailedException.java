package dev.aludel.runner;

import dev.aludel.AludelException;
import java.sql.SQLException;

/** A statement of a revision failed. Whether the revision was rolled back is part of the message. */
public final class RevisionFailedException extends AludelException {

    private static final long serialVersionUID = 1L;

    private static final String ROLLED_BACK =
            "Everything of this revision was rolled back: mend the script and run it again.";
    private static final String STAYS = "It does not run in a transaction: what ran before stays, and is written down."
            + " Mend the cause and upgrade again, and it goes on here.";

    private final String revision;
    private final String location;
    private final int line;
    private final String statement;

    RevisionFailedException(
            String revision, String location, int line, String statement, boolean rolledBack, SQLException failure) {
        super(
                "Revision '%s' failed at %s:%d in '%s': %s %s"
                        .formatted(
                                revision,
                                location,
                                line,
                                Sentences.statement(statement),
                                Sentences.oneLine(failure),
                                rolledBack ? ROLLED_BACK : STAYS),
                failure);
        this.revision = revision;
        this.location = location;
        this.line = line;
        this.statement = statement;
    }

    /** The code of a revision failed, and no statement of which the engine knows. */
    RevisionFailedException(String revision, String location, int line, boolean rolledBack, Exception failure) {
        super(
                "Revision '%s' failed at %s:%d with %s %s"
                        .formatted(
                                revision,
                                location,
                                line,
                                Sentences.oneLine(failure.toString()),
                                rolledBack ? ROLLED_BACK : STAYS),
                failure);
        this.revision = revision;
        this.location = location;
        this.line = line;
        this.statement = "";
    }

    public String revision() {
        return revision;
    }

    public String location() {
        return location;
    }

    /** The line of the file on which the statement begins. */
    public int line() {
        return line;
    }

    /** Empty where the code of a revision in Java failed by itself. */
    public String statement() {
        return statement;
    }
}
