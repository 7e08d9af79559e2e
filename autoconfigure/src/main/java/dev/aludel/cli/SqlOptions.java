package dev.aludel.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What may be said of a script that is printed in place of being run. */
final class SqlOptions {

    @Option(names = "--sql", description = "Print the SQL. Run nothing.")
    private boolean sql;

    @Option(
            names = "--idempotent",
            description = "With --sql: a script for the database's own client, which skips what is already done.")
    private boolean idempotent;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Whether to print. */
    boolean isAsked(JsonOption json) {
        if (idempotent && !sql) {
            throw new ParameterException(spec.commandLine(), "--idempotent goes with --sql");
        }
        if (sql && json.isAsked()) {
            throw new ParameterException(spec.commandLine(), "--sql and --json exclude each other");
        }
        return sql;
    }

    /** Only what is printed may begin elsewhere than where the database stands. */
    void refuseRange(String target) {
        if (target.indexOf(':') >= 0) {
            throw new ParameterException(spec.commandLine(), "The range '" + target + "' goes with --sql");
        }
    }

    boolean isIdempotent() {
        return idempotent;
    }
}
