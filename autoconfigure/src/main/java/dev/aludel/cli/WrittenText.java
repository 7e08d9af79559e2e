package dev.aludel.cli;

import dev.aludel.command.WrittenRevision;

/** Tells what a command wrote: its path is the answer, all else is said beside it. */
final class WrittenText {

    private WrittenText() {}

    /** @param online whether the plan was made for a database that is written to meanwhile */
    static void tell(WrittenRevision written, boolean online, JsonOption json, CommandContext context) {
        written.differences().forEach(difference -> context.err().println("Detected " + difference.describe()));
        HazardText.of(written.hazards(), written.small(), online).forEach(context.err()::println);
        if (!written.written()) {
            context.err().println("No new upgrade operations detected: no revision was written.");
        }
        written.steps().forEach(step -> context.err().println("Generating revision " + step.id() + " ...  done"));
        if (json.isAsked()) {
            context.print(Shapes.written(written));
        } else {
            written.steps().forEach(step -> context.out().println(step.file()));
        }
    }
}
