package dev.aludel.cli;

import dev.aludel.command.Commands;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command works with.
 *
 * @param lazyCommands the engine, built when it is asked for
 * @param mainClass the application's main class; null where none is known
 */
record CommandContext(
        Terminal terminal,
        Supplier<Commands> lazyCommands,
        @Nullable Class<?> mainClass) {

    Commands commands() {
        return lazyCommands.get();
    }

    /** What people read of the answer. */
    PrintWriter out() {
        return new PrintWriter(new PlainWriter(terminal.out()), true);
    }

    PrintWriter err() {
        return new PrintWriter(new PlainWriter(terminal.err()), true);
    }

    /** A script, character by character. */
    void script(String sql) {
        terminal.out().print(sql);
        terminal.out().flush();
    }

    /** The answer as JSON. */
    void print(Map<String, ?> answer) {
        out().println(Json.of(answer));
    }
}
