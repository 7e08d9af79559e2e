package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.TypeRules;
import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.dialect.postgresql.text.TypeName;
import java.util.List;

/** The types of PostgreSQL as an adopted database has them beside those of a mapping (PostgreSQL manual, chapter 8). */
public final class PostgresTypeRules implements TypeRules {

    private static final List<String> WHOLE = List.of("smallint", "integer", "bigint");

    /** What the server has without an argument. */
    private static final int MICROSECONDS = 6;

    /** Hibernate's length of a String and its precision and scale of a BigDecimal, where the mapping names none. */
    private static final int DEFAULT_LENGTH = 255;

    private static final int DEFAULT_PRECISION = 38;
    private static final int DEFAULT_SCALE = 2;

    @Override
    public boolean keeps(String found, String mapped) {
        return keeps(TypeName.of(found), TypeName.of(mapped));
    }

    private static boolean keeps(TypeName found, TypeName mapped) {
        if (found.equals(mapped)) {
            return true;
        }
        if (found.array() || mapped.array()) {
            return found.array() && mapped.array() && keeps(found.element(), mapped.element());
        }
        if (found.family() == TypeFamily.TEXT && mapped.family() == TypeFamily.TEXT) {
            return keepsText(found, mapped);
        }
        if (found.is("numeric") && mapped.is("numeric")) {
            return keepsNumeric(found, mapped);
        }
        if (WHOLE.contains(found.kind()) && WHOLE.contains(mapped.kind())) {
            return WHOLE.indexOf(found.kind()) >= WHOLE.indexOf(mapped.kind());
        }
        boolean ofTime = found.kind().startsWith("time");
        return ofTime && found.is(mapped.kind()) && found.argument(0, MICROSECONDS) == mapped.argument(0, MICROSECONDS);
    }

    /** A fixed length pads what is shorter, which is no difference where the mapping names the same length or none. */
    private static boolean keepsText(TypeName found, TypeName mapped) {
        if (found.is("name") || mapped.is("name")) {
            return false;
        }
        int longest = found.argument(0, Integer.MAX_VALUE);
        int wanted = mapped.argument(0, Integer.MAX_VALUE);
        boolean unchosen = mapped.is("varchar") && wanted == DEFAULT_LENGTH;
        return found.is("char") ? longest == wanted || unchosen : longest >= wanted || unchosen;
    }

    private static boolean keepsNumeric(TypeName found, TypeName mapped) {
        if (found.arguments().isEmpty()) {
            return true;
        }
        if (mapped.arguments().isEmpty()) {
            return false;
        }
        int scale = mapped.argument(1, 0);
        int places = found.argument(1, 0) - scale;
        boolean unchosen =
                mapped.argument(0, 0) == DEFAULT_PRECISION && (scale == DEFAULT_SCALE || scale == 0) && places >= 0;
        return unchosen || (places >= 0 && found.argument(0, 0) - places >= mapped.argument(0, 0));
    }
}
