package dev.aludel.cli;

import dev.aludel.command.NewRevision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What may be said of a new revision, whichever command writes it. */
final class NewRevisionOptions {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What it does, one line; part of the file's name.")
    void message(String text) {
        if (text.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "-m is blank. Say what the revision does, or leave -m out");
        }
        message = text;
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    private String message = "";

    @Option(names = "--rev-id", paramLabel = "ID", description = "Its id; a random one otherwise.")
    private @Nullable String id;

    @Option(
            names = "--branch-label",
            paramLabel = "LABEL",
            description = "Names the branch that begins with it, as in orders@head; may be repeated.")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--splice", description = "Let it follow a revision that another one follows already.")
    private boolean splice;

    /** Whether anything but the message is asked for. */
    boolean sayMoreThanTheMessage() {
        return id != null || splice || !labels.isEmpty();
    }

    NewRevision after(List<String> heads, List<String> dependsOn) {
        return new NewRevision(message.strip(), id, heads, splice, new LinkedHashSet<>(labels), dependsOn);
    }
}
