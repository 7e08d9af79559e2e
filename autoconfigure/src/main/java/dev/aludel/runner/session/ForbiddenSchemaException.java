package dev.aludel.runner.session;

import dev.aludel.AludelException;
import dev.aludel.dialect.Renderer;

/** The schema that unqualified names are to lead to is there, and the role may not use it: what stands in it is not known. */
public final class ForbiddenSchemaException extends AludelException {

    private static final long serialVersionUID = 1L;

    ForbiddenSchemaException(String schema, String role, Renderer renderer) {
        super("The role '%s' may not use the schema '%s'. As its owner: grant usage on schema %s to %s;"
                .formatted(role, schema, renderer.quote(schema), renderer.quote(role)));
    }
}
