package dev.aludel;

import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/** Names as a revision spells them: {@code users}, {@code audit.users}, and {@code audit."odd.name"} for one with a dot in it. */
final class Names {

    private Names() {}

    /** A name as the database stores it, with its schema where that is not the unit's own. */
    static ObjectName of(String name) {
        int dot = name.startsWith("\"") ? name.indexOf('.', name.indexOf('"', 1)) : name.indexOf('.');
        return dot < 0
                ? ObjectName.of(plain(name))
                : ObjectName.of(plain(name.substring(0, dot)), plain(name.substring(dot + 1)));
    }

    private static String plain(String part) {
        boolean quoted = part.length() > 2 && part.startsWith("\"") && part.endsWith("\"");
        return quoted ? part.substring(1, part.length() - 1) : part;
    }

    /** The name of a constraint or an index; the server makes one where none is given. */
    static ConstraintName constraint(@Nullable String name) {
        return name == null ? ConstraintName.unnamed() : ConstraintName.of(name);
    }
}
