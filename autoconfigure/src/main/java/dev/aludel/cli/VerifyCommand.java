package dev.aludel.cli;

import dev.aludel.runner.Verified;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aludel verify}. */
@Command(
        name = "verify",
        description = {
            "Ask whether the applied revisions are still what was applied: exit code 0 for yes, 3 for no.",
            "Their scripts are unchanged, none is missing or half done, and what they created is there. Nothing is changed."
        },
        footer = {
            "",
            "Examples:",
            "  aludel verify",
            "  aludel verify --json",
            "Whether entities and database agree: aludel check"
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
