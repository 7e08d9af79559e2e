package dev.aludel.metamodel;

import dev.aludel.AludelException;

/** The mapping holds what no schema can express, or SQL text that Aludel cannot read as a part of the schema. */
public final class UnsupportedMappingException extends AludelException {

    private static final long serialVersionUID = 1L;

    UnsupportedMappingException(String message) {
        super(message);
    }

    UnsupportedMappingException(String message, Throwable cause) {
        super(message, cause);
    }
}
