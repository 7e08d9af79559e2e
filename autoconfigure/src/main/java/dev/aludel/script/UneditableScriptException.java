package dev.aludel.script;

import dev.aludel.AludelException;

/** A script that is no file which a command could open or rewrite. */
public final class UneditableScriptException extends AludelException {

    private static final long serialVersionUID = 1L;

    UneditableScriptException(String id, String location) {
        super(
                "Revision '" + id + "' stands in '" + location
                        + "', which this command cannot edit. Run it in the project, with ./aludel, and edit a Java class yourself.");
    }
}
