package dev.aludel.ddl;

import dev.aludel.schema.ConstraintName;
import org.jspecify.annotations.Nullable;

/** Names that a revision may leave to the server. */
final class Names {

    private Names() {}

    /** The name of a constraint or an index; the server makes one where none is given. */
    static ConstraintName constraint(@Nullable String name) {
        return name == null ? ConstraintName.unnamed() : ConstraintName.of(name);
    }
}
