package dev.aludel.dialect.postgresql;

import static java.util.stream.Collectors.joining;

import dev.aludel.schema.Column;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How values keep their meaning where the mapping, or Hibernate's own way of storing them, says what they mean. */
final class KnownConversion {

    private static final String ZONED = "timestamp with time zone";

    private final String column;
    private final TypeName old;
    private final TypeName now;
    private final List<String> constants;
    private final String zone;

    private KnownConversion(String column, Column before, Column after) {
        this.column = column;
        this.old = TypeName.of(before.type());
        this.now = TypeName.of(after.type());
        this.constants = after.values().constants().isEmpty()
                ? before.values().constants()
                : after.values().constants();
        this.zone = zone(before, after);
    }

    /** The expression to convert by; null where nothing special is known. */
    static @Nullable String expression(String column, Column before, Column after) {
        KnownConversion conversion = new KnownConversion(column, before, after);
        if (conversion.old.array() || conversion.now.array()) {
            return null;
        }
        String values = conversion.ofConstants();
        String times = values == null ? conversion.ofTimes() : values;
        String bits = times == null ? conversion.ofBits() : times;
        return bits == null ? conversion.ofBytes() : bits;
    }

    /** Whether times without a zone are read or written as those of {@link #zone}. */
    static boolean assumesZone(Column before, Column after) {
        return new KnownConversion("", before, after).ofZones() != null;
    }

    /** Whether the constants of an enum change from names to numbers or back. */
    static boolean readsConstants(Column before, Column after) {
        KnownConversion conversion = new KnownConversion("", before, after);
        return !conversion.constants.isEmpty() && !conversion.old.is("boolean") && conversion.ofConstants() != null;
    }

    /** The constants of the enum with their ordinals: {@code NEW = 0, DONE = 1}. */
    static String ordinals(Column before, Column after) {
        List<String> names = new KnownConversion("", before, after).constants;
        return IntStream.range(0, names.size())
                .mapToObj(ordinal -> names.get(ordinal) + " = " + ordinal)
                .collect(joining(", "));
    }

    /** The time zone in which the application keeps times that have none. */
    static String zone(Column before, Column after) {
        String zone = after.values().zone() == null
                ? before.values().zone()
                : after.values().zone();
        return zone == null ? "UTC" : zone;
    }

    /** What has no constant is taken as it is, so that it fails, or fails the check, rather than be lost. */
    private @Nullable String ofConstants() {
        if (constants.isEmpty() && old.is("boolean") && now.family() == TypeFamily.TEXT && now.argument(0, 9) == 1) {
            return "case " + column + " when false then 'N' when true then 'Y' end";
        }
        if (constants.isEmpty() || old.family() == now.family()) {
            return null;
        }
        boolean named = now.family() == TypeFamily.TEXT;
        if (named && old.is("boolean") && constants.size() == 2) {
            return "case %s when false then %s when true then %s end"
                    .formatted(column, Identifiers.literal(constants.get(0)), Identifiers.literal(constants.get(1)));
        }
        if (named
                ? old.family() != TypeFamily.NUMBER
                : old.family() != TypeFamily.TEXT || now.family() != TypeFamily.NUMBER) {
            return null;
        }
        return IntStream.range(0, constants.size())
                .mapToObj(ordinal -> named
                        ? "when " + ordinal + " then " + name(ordinal)
                        : "when " + name(ordinal) + " then " + ordinal)
                .collect(joining(
                        " ", "case " + column + " ", " else " + column + "::" + (named ? "text" : now) + " end"));
    }

    private String name(int ordinal) {
        return Identifiers.literal(constants.get(ordinal));
    }

    private @Nullable String ofTimes() {
        if (old.is("numeric") && old.argument(1, 0) == 0 && now.is("interval")) {
            return "(" + column + "::bigint / 1000) * interval '1 microsecond'"; // Hibernate counts nanoseconds
        }
        if (old.is("interval") && now.is("numeric")) {
            return "extract(epoch from " + column + ") * 1000000000";
        }
        return ofZones();
    }

    private @Nullable String ofZones() {
        String in = " at time zone " + Identifiers.literal(zone);
        if (old.is("timestamp") && now.is(ZONED)) {
            return column + in;
        }
        if (old.is("date") && now.is(ZONED)) {
            return column + "::timestamp" + in;
        }
        if (!old.is(ZONED)) {
            return null;
        }
        return switch (now.kind()) {
            case "timestamp" -> column + in;
            case "date", "time" -> "(" + column + in + ")::" + now;
            default -> null;
        };
    }

    private @Nullable String ofBits() {
        boolean bits = now.is("bit") || now.is("varbit");
        if (bits && old.is("boolean")) {
            return column + "::integer::bit(1)";
        }
        if (now.is("bit") && old.family() == TypeFamily.NUMBER) {
            return column + "::bigint::" + now;
        }
        if (old.is("bit") && now.family() == TypeFamily.NUMBER) {
            return column + "::bigint";
        }
        return null;
    }

    /** Text in bytes is UTF-8, as everywhere in Java; a UUID is 16 bytes. */
    private @Nullable String ofBytes() {
        if (old.is("bytea")) {
            return now.family() == TypeFamily.TEXT
                    ? "convert_from(" + column + ", 'UTF8')"
                    : now.is("uuid") ? "encode(" + column + ", 'hex')::uuid" : null;
        }
        if (now.is("bytea")) {
            return old.family() == TypeFamily.TEXT
                    ? "convert_to(" + column + ", 'UTF8')"
                    : old.is("uuid") ? "uuid_send(" + column + ")" : null;
        }
        return null;
    }
}
