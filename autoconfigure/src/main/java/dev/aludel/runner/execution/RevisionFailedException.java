package dev.aludel.runner.execution;

import dev.aludel.AludelException;
import dev.aludel.dialect.Waits.Blocker;
import dev.aludel.runner.session.Remedies;
import dev.aludel.runner.session.Sentences;
import dev.aludel.runner.session.Watch;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A statement of a revision failed. Whether the revision was rolled back is part of the message. */
public final class RevisionFailedException extends AludelException {

    private static final long serialVersionUID = 1L;

    private static final String ROLLED_BACK =
            "Everything of this revision was rolled back: mend the script and run it again.";
    private static final String ROLLED_BACK_ELSEWHERE =
            "Everything of this revision was rolled back: upgrade again once that is done.";
    private static final String STAYS = "It does not run in a transaction: what ran before stays, and is written down."
            + " Mend the cause and upgrade again, and it goes on here.";

    private final String revision;
    private final String location;
    private final int line;
    private final String statement;
    private final boolean rolledBack;
    private final String words;

    public RevisionFailedException(
            String revision, String location, int line, String statement, boolean rolledBack, SQLException failure) {
        this(
                revision,
                location,
                line,
                statement,
                rolledBack,
                "Revision '%s' failed at %s:%d in '%s': %s"
                        .formatted(
                                revision, location, line, Sentences.statement(statement), Sentences.oneLine(failure)),
                remedy(rolledBack, failure),
                failure);
    }

    /** The script is not to be mended where the database has no more to say than that it is not its fault. */
    private static String remedy(boolean rolledBack, SQLException failure) {
        return !rolledBack ? STAYS : Remedies.of(failure).isEmpty() ? ROLLED_BACK : ROLLED_BACK_ELSEWHERE;
    }

    /** The code of a revision failed, and no statement of which the engine knows. */
    RevisionFailedException(String revision, String location, int line, boolean rolledBack, Exception failure) {
        this(
                revision,
                location,
                line,
                "",
                rolledBack,
                "Revision '%s' failed at %s:%d with %s"
                        .formatted(revision, location, line, Sentences.oneLine(failure.toString())),
                rolledBack ? ROLLED_BACK : STAYS,
                failure);
    }

    private RevisionFailedException(
            String revision,
            String location,
            int line,
            String statement,
            boolean rolledBack,
            String words,
            String remedy,
            @Nullable Throwable failure) {
        super(words + " " + remedy, failure);
        this.revision = revision;
        this.location = location;
        this.line = line;
        this.statement = statement;
        this.rolledBack = rolledBack;
        this.words = words;
    }

    /** The same, for which somebody is to blame who was seen. */
    public RevisionFailedException waitingFor(List<Blocker> blockers) {
        String remedy =
                "It waited for %s. End that, or let it end: %s. %s; aludel.lock-timeout and aludel.lock-retries say how long it tries."
                        .formatted(
                                Watch.words(blockers),
                                blockers.stream().map(Blocker::remedy).collect(Collectors.joining("; ")),
                                rolledBack
                                        ? "Everything of this revision was rolled back: run it again"
                                        : "What ran before stays, and is written down: upgrade again, and it goes on here");
        return new RevisionFailedException(revision, location, line, statement, rolledBack, words, remedy, getCause());
    }

    /** The same for a statement that the server cancelled. */
    public RevisionFailedException cancelled(@Nullable Duration timeout) {
        String cause = timeout == null || timeout.isZero()
                ? "No timeout of Aludel's ended it: somebody cancelled it, or a statement_timeout that the script sets did."
                : "aludel.statement-timeout=%dms ended it, or somebody cancelled it.".formatted(timeout.toMillis());
        String remedy = cause + " " + (rolledBack ? ROLLED_BACK : STAYS);
        return new RevisionFailedException(revision, location, line, statement, rolledBack, words, remedy, getCause());
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
