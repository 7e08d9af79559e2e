package dev.aludel.cli;

import dev.aludel.AludelException;
import dev.aludel.command.ShellWords;
import dev.aludel.script.EditableScript;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aludel edit}. */
@Command(
        name = "edit",
        description = "Open the script of a revision in an editor: that of VISUAL or EDITOR.",
        footer = {
            "",
            "Examples:",
            "  aludel edit head",
            "  EDITOR=\"code --wait\" aludel edit 3f2a",
            "  aludel edit current             the revision of the database"
        })
final class EditCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "REVISION", description = "head, heads, current, an id or its beginning.")
    private String revision = "";

    EditCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<EditableScript> scripts = context.commands().editable(revision);
        if (scripts.isEmpty()) {
            throw new AludelException("'" + revision + "' is no revision whose script could be opened. Name another.");
        }
        List<String> command = new ArrayList<>(editor(System.getenv()));
        scripts.forEach(script -> command.add(script.file().toString()));
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new AludelException("The editor '" + command.get(0) + "' ended with exit code " + code + ".");
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new AludelException(
                    "The editor '" + command.get(0) + "' does not start. Name one with VISUAL or EDITOR.", e);
        }
    }

    /** The words of a command; where nobody said, what every system has. */
    static List<String> editor(Map<String, String> environment) {
        for (String name : List.of("VISUAL", "EDITOR")) {
            List<String> words = ShellWords.of(environment.getOrDefault(name, ""));
            if (!words.isEmpty()) {
                return words;
            }
        }
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return List.of(windows ? "notepad" : "vi");
    }
}
