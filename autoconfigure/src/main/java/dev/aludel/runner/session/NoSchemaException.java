package dev.aludel.runner.session;

import dev.aludel.AludelException;
import org.jspecify.annotations.Nullable;

/** Unqualified names lead to no schema. */
public final class NoSchemaException extends AludelException {

    private static final long serialVersionUID = 1L;

    NoSchemaException(@Nullable String path) {
        super(
                "The connection's search_path '%s' leads to no schema. Create one of its schemas, or set spring.jpa.properties.hibernate.default_schema."
                        .formatted(path));
    }
}
