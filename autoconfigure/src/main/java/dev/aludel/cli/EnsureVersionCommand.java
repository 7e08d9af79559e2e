package dev.aludel.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aludel ensure-version}. */
@Command(
        name = "ensure-version",
        description = "Create the version table. Other commands create it when they need it.",
        footer = {
            "",
            "Examples:",
            "  aludel ensure-version                      as the schema's owner, if others may only read",
            "  aludel ensure-version --sql > table.sql    print the SQL, without a database"
        })
final class EnsureVersionCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private SqlOptions sql = new SqlOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    EnsureVersionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (sql.isAsked(json)) {
            context.script(context.commands().versionTableSql(sql.isIdempotent()));
            return ExitCode.DONE;
        }
        boolean made = context.commands().ensureVersionTable();
        if (json.isAsked()) {
            context.print(Json.object("created", made));
        } else {
            context.out().println(made ? "The version table was made." : "The version table is there.");
        }
        return ExitCode.DONE;
    }
}
