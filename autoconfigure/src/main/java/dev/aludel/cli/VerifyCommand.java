package dev.aludel.cli;

import dev.aludel.runner.Verified;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aludel verify}. */
@Command(
        name = "verify",
        description = {
            "Check that applied revisions are unchanged. The exit code is 0 for yes, 3 for no.",
            "No script is changed or missing, no revision is interrupted, and what they created exists. Changes nothing."
        },
        footer = {
            "",
            "Examples:",
            "  aludel verify",
            "  aludel verify --json",
            "To compare entities and database: aludel check"
        })
final class VerifyCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private JsonOption json = new JsonOption();

    VerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Verified verified = context.commands().verify();
        if (json.isAsked()) {
            context.print(Shapes.verified(verified));
        } else if (verified.ok()) {
            context.out().println("Verified " + RevisionText.count(verified.revisions()) + ": all as applied.");
        } else {
            verified.findings().forEach(finding -> context.out().println(finding.code() + ": " + finding.message()));
        }
        return verified.ok() ? ExitCode.DONE : ExitCode.NO;
    }
}
