package dev.aludel.cli;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a command writes.
 *
 * @param out the answer, and nothing else
 * @param err what a person reads beside it: progress, hints, failures
 */
record Terminal(PrintWriter out, PrintWriter err) {

    /** The process's own streams, as they are now. */
    static Terminal ofSystem() {
        return of(System.out, System.err);
    }

    static Terminal of(PrintStream out, PrintStream err) {
        return new Terminal(new PrintWriter(out, true, charset()), new PrintWriter(err, true, charset()));
    }

    /**
     * UTF-8, whatever the locale: in a container without one the JVM would write {@code ?} for each letter beyond ASCII into
     * {@code upgrade --sql > upgrade.sql}. Only the console of Windows has an encoding of its own.
     */
    private static Charset charset() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        Console console = windows ? System.console() : null;
        return console == null ? StandardCharsets.UTF_8 : console.charset();
    }
}
