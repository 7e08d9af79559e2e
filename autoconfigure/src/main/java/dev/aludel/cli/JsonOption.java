package dev.aludel.cli;

import picocli.CommandLine.Option;

/** The option {@code --json}. The shapes are those of docs/reference/json.md, and of {@link Shapes}. */
final class JsonOption {

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean asked;

    boolean isAsked() {
        return asked;
    }
}
