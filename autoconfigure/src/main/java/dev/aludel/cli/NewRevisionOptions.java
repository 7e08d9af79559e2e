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
            description = "Message, in one line. Part of the file name.")
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

    @Option(names = "--rev-id", paramLabel = "ID", description = "Id of the revision. Default: a random one.")
    private @Nullable String id;

    @Option(
            names = "--branch-label",
            paramLabel = "LABEL",
            description = "Name of the branch that it begins, as in orders@head. May be repeated.")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--splice", description = "Allow it to follow a revision that already has a successor.")
    private boolean splice;

    /** Whether anything but the message is asked for. */
    boolean sayMoreThanTheMessage() {
        return id != null || splice || !labels.isEmpty();
    }

    NewRevision after(List<String> heads, List<String> dependsOn) {
        return new NewRevision(message.strip(), id, heads, splice, new LinkedHashSet<>(labels), dependsOn);
    }
}
