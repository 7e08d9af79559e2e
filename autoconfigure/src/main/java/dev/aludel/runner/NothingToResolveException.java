package dev.aludel.runner;

import dev.aludel.AludelException;

/** There is no interrupted revision, or nothing about it that somebody would have to say. */
public final class NothingToResolveException extends AludelException {

    private static final long serialVersionUID = 1L;

    NothingToResolveException(String message) {
        super(message);
    }
}
