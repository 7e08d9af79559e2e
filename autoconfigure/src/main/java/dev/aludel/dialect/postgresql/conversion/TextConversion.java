package dev.aludel.dialect.postgresql.conversion;

import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.TypeFamily;
import dev.aludel.dialect.postgresql.text.TypeName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts: what they are read as, and what is written as one. */
final class TextConversion {

    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int NAME = 63;

    /** The longest texts of types that have one. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("smallint", 6),
            Map.entry("integer", 11),
            Map.entry("bigint", 20),
            Map.entry("real", 20),
            Map.entry("double precision", 30),
            Map.entry("money", 40),
            Map.entry("boolean", 5),
            Map.entry("uuid", 36),
            Map.entry("oid", 10),
            Map.entry("macaddr", 17),
            Map.entry("macaddr8", 23),
            Map.entry("inet", 49),
            Map.entry("cidr", 49),
            Map.entry("date", 20),
            Map.entry("time", 20),
            Map.entry("time with time zone", 30),
            Map.entry("timestamp", 40),
            Map.entry("timestamp with time zone", 50),
            Map.entry("interval", 130));

    /** A text in which an offset or the name of a zone follows a time of day. */
    private static final String SAYS_ITS_ZONE = "'[0-9]:[0-9.:]+ *([-+]|z|[a-z]{3})'";

    private TextConversion() {}

    static @Nullable Conversion of(ValueChange change) {
        if (change.isTo(TypeFamily.TEXT)) {
            return toText(change, change.value());
        }
        return change.isFrom(TypeFamily.TEXT) ? fromText(change) : xml(change);
    }

    /** A text in a column of texts: the column refuses what is too long, but cuts blanks at its end, and a name at 63 bytes. */
    static Conversion toText(ValueChange change, String text) {
        TypeName now = change.now();
        int before = length(change.old());
        if (now.is("name")) {
            boolean fits = before <= NAME && !change.isFrom(TypeFamily.TEXT);
            return fits || change.old().is("name") ? Conversion.of(text) : Conversion.of(text, Effect.ROUNDS);
        }
        Conversion found = Conversion.of(text);
        boolean texts = change.isFrom(TypeFamily.TEXT) && !isPadded(change.old());
        if (isPadded(now) && texts) {
            found = found.and(Effect.TRIMS);
        }
        return length(now) < before ? found.and(Effect.NARROWS) : found;
    }

    private static boolean isPadded(TypeName type) {
        return type.is("char") || type.is("bpchar");
    }

    private static int length(TypeName type) {
        if (type.is("numeric") && !type.arguments().isEmpty()) {
            return type.argument(0, 0) + Math.max(0, -type.argument(1, 0)) + 3;
        }
        boolean text = type.family() == TypeFamily.TEXT || type.family() == TypeFamily.BIT;
        return text && !type.is("name")
                ? type.argument(0, type.is("char") ? 1 : UNLIMITED)
                : type.is("name") ? NAME : LENGTHS.getOrDefault(type.kind(), UNLIMITED);
    }

    private static Conversion fromText(ValueChange change) {
        TypeName now = change.now();
        String text = change.text();
        if (now.is("timestamp with time zone")) {
            String local = "(" + text + "::timestamp at time zone " + Identifiers.literal(change.zone()) + ")";
            return Conversion.of(
                    "case when %1$s ~* %2$s then %1$s::timestamptz else %3$s end".formatted(text, SAYS_ITS_ZONE, local),
                    Effect.READS,
                    Effect.RESPELLS,
                    Effect.ASSUMES_ZONE);
        }
        return now.builtIn()
                ? Conversion.of(text + "::" + now.unbounded(), Effect.READS, Effect.RESPELLS)
                : TypedReader.of(text, now);
    }

    /** Any text without markup is content of XML (PostgreSQL manual, XML Type). */
    private static @Nullable Conversion xml(ValueChange change) {
        if (change.now().is("xml")) {
            return Conversion.of(change.text() + "::xml", Effect.READS);
        }
        return change.old().is("xml")
                ? Conversion.of(change.between(change.value() + "::text", TypeName.of("text"), change.now()))
                : null;
    }
}
