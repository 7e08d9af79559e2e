package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.conversion.Conversion;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.hazard.Impact.Work;
import dev.aludel.schema.Column;
import java.util.Set;

/**
 * What a change of type does to the table: nothing where every stored value is one of the new type as it is (PostgreSQL manual,
 * ALTER TABLE, and the server's ATColumnChangeRequiresRewrite). Whether values fit is another question, see {@link Conversion}.
 */
public final class TypeStorage {

    /** Types whose length or precision the server leaves unchecked when it grows. */
    private static final Set<String> GROWING = Set.of(
            "varchar", "varbit", "bit varying", "timestamp", "timestamp with time zone", "time", "time with time zone");

    /** Types whose values differ in length, so that they can be compressed or moved out of the row. */
    private static final Set<String> OF_ANY_SIZE = Set.of(
            "varchar",
            "char",
            "text",
            "numeric",
            "bytea",
            "json",
            "jsonb",
            "xml",
            "bit",
            "varbit",
            "bit varying",
            "inet",
            "cidr",
            "tsvector",
            "tsquery",
            "path",
            "polygon");

    private TypeStorage() {}

    public static boolean isOfAnySize(TypeName type) {
        return type.array() || OF_ANY_SIZE.contains(type.kind());
    }

    static Work work(Column before, Column after) {
        if (!Conversion.using(before.name(), before, after).isEmpty()) {
            return Work.REWRITE;
        }
        TypeName old = TypeName.of(before.type());
        TypeName now = TypeName.of(after.type());
        return keeps(old, now) ? Work.NONE : Work.REWRITE;
    }

    private static boolean keeps(TypeName old, TypeName now) {
        if (old.array() || now.array()) {
            return false;
        }
        if (isText(old) && isText(now)) {
            return now.arguments().isEmpty() || grows(old, now, Integer.MAX_VALUE);
        }
        if (old.is("cidr") && now.is("inet")) {
            return true;
        }
        if (!old.kind().equals(now.kind())) {
            return false;
        }
        if (old.is("numeric")) {
            return now.arguments().isEmpty()
                    || (!old.arguments().isEmpty()
                            && now.argument(1, 0) == old.argument(1, 0)
                            && now.argument(0, 0) >= old.argument(0, 0));
        }
        return GROWING.contains(now.kind()) && (now.arguments().isEmpty() || grows(old, now, precision(now)));
    }

    /** What stands for no argument at all: no limit for a length, the server's six digits for times. */
    private static int precision(TypeName type) {
        return type.kind().startsWith("time") ? 6 : Integer.MAX_VALUE;
    }

    private static boolean grows(TypeName old, TypeName now, int unlimited) {
        return now.argument(0, unlimited) >= old.argument(0, unlimited);
    }

    private static boolean isText(TypeName type) {
        return type.is("varchar") || type.is("text");
    }
}
