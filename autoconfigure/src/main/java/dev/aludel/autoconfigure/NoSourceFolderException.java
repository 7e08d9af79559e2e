package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import java.nio.file.Path;

/** A revision was to be written where nothing reads it, such as by an application that runs from a jar. */
public final class NoSourceFolderException extends AludelException {

    private static final long serialVersionUID = 1L;

    NoSourceFolderException(Path writeFolder) {
        super(
                "aludel.autogenerate cannot write to '%s': the application does not run from class folders, and would not read it. Start it with the IDE or the build tool, add the folder to aludel.locations as file:, or set aludel.autogenerate=off."
                        .formatted(writeFolder));
    }
}
