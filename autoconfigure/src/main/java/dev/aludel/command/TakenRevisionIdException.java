package dev.aludel.command;

import dev.aludel.AludelException;

/** A new revision is to have the id of one that is there. */
public final class TakenRevisionIdException extends AludelException {

    private static final long serialVersionUID = 1L;

    TakenRevisionIdException(String id, String location) {
        super("No revision was written: the id '" + id + "' is that of '" + location
                + "'. Name another with --rev-id, or leave it out.");
    }
}
