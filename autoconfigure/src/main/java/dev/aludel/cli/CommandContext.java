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

    PrintWriter out() {
        return terminal.out();
    }

    PrintWriter err() {
        return terminal.err();
    }

    /** The answer as JSON. */
    void print(Map<String, ?> answer) {
        out().println(Json.of(answer));
    }
}
