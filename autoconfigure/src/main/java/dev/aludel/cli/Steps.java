package dev.aludel.cli;

import dev.aludel.revision.Revision;
import dev.aludel.runner.Progress;
import dev.aludel.runner.version.AppliedRevision;
import java.io.PrintWriter;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Function;

/**
 * Lets a person at a terminal see how far an upgrade or downgrade is while a revision takes long: a line that is written over
 * and leaves nothing behind. Elsewhere the log's line for each revision is all there is.
 */
final class Steps implements Progress {

    private static final long FIRST_LOOK_MILLIS = 1_000;
    private static final long LOOK_MILLIS = 250;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private int number;
    private int of;
    private long begin;
    private boolean drawn;

    private Steps(PrintWriter err) {
        this.err = err;
    }

    /** Runs something that tells its progress. */
    static List<AppliedRevision> of(Terminal terminal, Function<Progress, List<AppliedRevision>> work) {
        if (terminal.prompt() == null) {
            return work.apply(Progress.NONE);
        }
        Steps steps = new Steps(terminal.err());
        Timer timer = new Timer("aludel progress", true);
        timer.schedule(steps.look(), FIRST_LOOK_MILLIS, LOOK_MILLIS);
        try {
            return work.apply(steps);
        } finally {
            timer.cancel();
            steps.clear();
        }
    }

    private TimerTask look() {
        return new TimerTask() {
            @Override
            public void run() {
                draw();
            }
        };
    }

    @Override
    public synchronized void running(int newNumber, int newOf, Revision revision) {
        clear();
        number = newNumber;
        of = newOf;
        begin = System.nanoTime();
    }

    private synchronized void draw() {
        long seconds = (System.nanoTime() - begin) / 1_000_000_000;
        if (number > 0 && seconds > 0) {
            err.print(CLEAR + "  " + bar() + " " + number + " of " + of + ", " + seconds + " s");
            err.flush();
            drawn = true;
        }
    }

    private String bar() {
        int done = 20 * (number - 1) / of;
        return "[" + "=".repeat(done) + " ".repeat(20 - done) + "]";
    }

    private synchronized void clear() {
        if (drawn) {
            err.print(CLEAR);
            err.flush();
            drawn = false;
        }
    }
}
