package dev.aludel.runner.version;

import dev.aludel.AludelException;
import dev.aludel.schema.ObjectName;

/** The version table was written by another version of Aludel, or is not Aludel's at all. */
public final class UnknownFormatException extends AludelException {

    private static final long serialVersionUID = 1L;

    UnknownFormatException(ObjectName table, String format) {
        super(("The table '%s' is not a version table that this build understands: its comment says '%s', not '%s'."
                        + " Use the Aludel that wrote it, or choose another name with aludel.version-table.")
                .formatted(table, format, VersionStatements.FORMAT));
    }
}
