package dev.aludel.command;

import dev.aludel.AludelException;

/** Nobody knows into which package a class is to be written. */
public final class NoPackageException extends AludelException {

    private static final long serialVersionUID = 1L;

    NoPackageException() {
        super(
                "No revision was written: the application has no package of its own for classes. Name one in 'aludel.packages'.");
    }
}
