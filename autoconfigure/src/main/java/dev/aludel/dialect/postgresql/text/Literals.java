package dev.aludel.dialect.postgresql.text;

import dev.aludel.dialect.Renderer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of Java as the server takes them, in a statement or as its argument. */
public final class Literals {

    private Literals() {}

    /** As the driver takes it: an enum by its name, a moment with an offset. */
    static @Nullable public Object plain(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof Character character) {
            return character.toString();
        } else if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        } else if (value instanceof ZonedDateTime zoned) {
            return zoned.toOffsetDateTime();
        }
        return value;
    }

    /** As it stands in a statement; empty for what is neither a number, a text, a time, a truth value, a UUID nor bytes. */
    public static Optional<String> of(@Nullable Object value, Renderer renderer) {
        Object plain = plain(value);
        if (plain == null) {
            return Optional.of("null");
        } else if (plain instanceof Boolean) {
            return Optional.of(plain.toString());
        } else if (plain instanceof BigDecimal decimal) {
            return Optional.of(decimal.toPlainString());
        } else if (plain instanceof Double || plain instanceof Float) {
            return Optional.of("'" + plain + "'::float8");
        } else if (plain instanceof Number) {
            return Optional.of(plain.toString());
        } else if (plain instanceof byte[] bytes) {
            return Optional.of("'\\x" + HexFormat.of().formatHex(bytes) + "'::bytea");
        } else if (plain instanceof String text) {
            return Optional.of(renderer.literal(text));
        } else if (plain instanceof UUID) {
            return Optional.of("'" + plain + "'::uuid");
        }
        return time(plain).map(type -> "'" + plain + "'::" + type);
    }

    private static Optional<String> time(Object value) {
        if (value instanceof LocalDate) {
            return Optional.of("date");
        } else if (value instanceof LocalDateTime) {
            return Optional.of("timestamp");
        } else if (value instanceof LocalTime) {
            return Optional.of("time");
        } else if (value instanceof OffsetDateTime) {
            return Optional.of("timestamptz");
        } else if (value instanceof OffsetTime) {
            return Optional.of("timetz");
        }
        return Optional.empty();
    }
}
