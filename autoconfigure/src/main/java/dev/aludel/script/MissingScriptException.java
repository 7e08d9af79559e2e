package dev.aludel.script;

import dev.aludel.AludelException;

/** A revision without a script. */
public final class MissingScriptException extends AludelException {

    private static final long serialVersionUID = 1L;

    MissingScriptException(String id) {
        super("There is no script for the revision '" + id + "'. Add its file to one of the locations.");
    }
}
