package dev.aludel.cli;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes, and whom it may ask.
 *
 * @param out the answer, and nothing else
 * @param err what a person reads beside it: progress, hints, failures
 * @param prompt a person at a terminal; null where there is none
 */
record Terminal(PrintWriter out, PrintWriter err, @Nullable Prompt prompt) {

    /** Asks a person. */
    @FunctionalInterface
    interface Prompt {

        /** The line that the person typed; null when there will be none. */
        @Nullable
        String ask(String question);
    }

    /** The process's own streams, as they are now. */
    static Terminal ofSystem() {
        Prompt prompt = Optional.ofNullable(System.console())
                .filter(Terminal::isTerminal)
                .<Prompt>map(console -> question -> console.readLine("%s", question))
                .orElse(null);
        return of(System.out, System.err, prompt);
    }

    /** From Java 22 on there is a console without a terminal, too. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static Terminal of(PrintStream out, PrintStream err, @Nullable Prompt prompt) {
        return new Terminal(new PrintWriter(out, true, charset()), new PrintWriter(err, true, charset()), prompt);
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
