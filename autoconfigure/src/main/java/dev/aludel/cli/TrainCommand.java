package dev.aludel.cli;

import dev.aludel.AludelException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Loads what commands load, for the archive of classes that the script {@code aludel} makes: it reads revisions and entities and connects
 * to no database. It is asked by that script alone, and no help speaks of it.
 */
@Command(name = TrainCommand.NAME, hidden = true)
final class TrainCommand implements Callable<Integer> {

    static final String NAME = "train";

    private final CommandContext context;

    TrainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try {
            context.print(Shapes.revisions(context.commands().heads()));
            context.out()
                    .println(context.commands().entities().schema().tables().size());
            return ExitCode.DONE;
        } catch (AludelException e) {
            context.err().println(e.getMessage()); // the archive holds what was loaded until then
            return ExitCode.FAILED;
        }
    }
}
