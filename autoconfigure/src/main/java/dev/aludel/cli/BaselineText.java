package dev.aludel.cli;

import dev.aludel.command.WrittenBaseline;
import dev.aludel.compare.Comparison;
import dev.aludel.schema.Acceptance;
import dev.aludel.script.AcceptanceText;
import java.nio.file.Path;
import java.util.List;

/** What {@code init --from-database} says: the revision, what it leaves out, and how entities and database differ. */
final class BaselineText {

    private final CommandContext context;

    BaselineText(CommandContext context) {
        this.context = context;
    }

    void tell(WrittenBaseline written) {
        Path file = written.revision().file();
        line("Created: " + (file == null ? "" : Project.slashed(file)));
        line("Stamped: the database is at "
                + context.commands().heads().get(0).revision().id() + " (head).");
        written.baseline().omitted().forEach(object -> line("Not in the revision, add it by hand: " + object));
        written.baseline().unmapped().forEach(object -> line("No entity has it, it stays unmanaged: " + object));
        List<Acceptance> accepted = written.accepted();
        if (!accepted.isEmpty()) {
            line("Accepted as it is, since it changes no value (headers 'accepts'; --strict accepts nothing):");
            accepted.forEach(acceptance -> line("  " + AcceptanceText.print(acceptance)));
        }
        Comparison comparison = written.comparison();
        if (comparison.isEqual()) {
            line("The entities and the database agree.");
            return;
        }
        line("The entities differ from the database:");
        comparison.describe().forEach(difference -> line("  " + difference));
        line("Next: ./aludel revision --autogenerate -m \"follow the entities\"");
    }

    private void line(String text) {
        context.out().println(text);
    }
}
