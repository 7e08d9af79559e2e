package dev.aludel.dialect.postgresql.text;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the server prints for a default, where that is certain: {@code 'x'} on a varchar is {@code 'x'::character varying},
 * {@code -1} on a bigint is {@code '-1'::integer}. The rest is left to the server.
 */
public final class DefaultValues {

    private static final Set<String> WITH_PRECISION =
            Set.of("current_timestamp", "current_time", "localtimestamp", "localtime");
    private static final Set<String> WORDS = Set.of("current_date", "current_user", "session_user");
    private static final BigInteger INT_LIMIT = BigInteger.ONE.shiftLeft(31);
    private static final BigInteger LONG_LIMIT = BigInteger.ONE.shiftLeft(63);

    private DefaultValues() {}

    /** Whether it is NULL, which is no default. */
    public static boolean isNull(String declared) {
        TokenReader reader = new TokenReader(TokenReader.unwrapped(declared));
        if (reader.accept("cast", "(")) {
            String cast = reader.toClosing();
            TokenReader within = new TokenReader(cast);
            return reader.atEnd() && within.accept("null", "as");
        }
        if (!reader.accept("null")) {
            return false;
        }
        if (reader.accept("::")) {
            TypeName.read(reader, "");
        }
        return reader.atEnd();
    }

    /** The server's text; null where it is not certain. */
    static @Nullable public String printed(String declared, TypeName type) {
        TokenReader reader = new TokenReader(TokenReader.unwrapped(declared));
        String text = printed(reader, type);
        return reader.atEnd() ? text : null;
    }

    private static @Nullable String printed(TokenReader reader, TypeName type) {
        boolean negative = reader.accept("-");
        Token token = reader.next();
        if (token.kind() == Token.Kind.NUMBER) {
            return type.family() == TypeFamily.NUMBER ? number(token.text(), negative) : null;
        }
        if (negative) {
            return null;
        }
        return switch (token.kind()) {
            case STRING ->
                reader.accept("::") ? cast(token.text(), TypeName.read(reader, "")) : string(token.text(), type);
            case WORD -> word(token.text(), reader, type);
            default -> null;
        };
    }

    private static @Nullable String cast(String text, TypeName type) {
        return type.arguments().isEmpty() ? string(text, type) : null;
    }

    private static @Nullable String number(String text, boolean negative) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        if (!isWhole(whole) || (point >= 0 && !isDigits(text.substring(point + 1)))) {
            return null;
        }
        if (point >= 0) {
            return negative ? "'-" + text + "'::numeric" : text;
        }
        BigInteger value = negative ? new BigInteger(text).negate() : new BigInteger(text);
        String type = type(value);
        return type == null || (negative && value.signum() == 0)
                ? null
                : type.equals("integer") && !negative ? text : "'" + value + "'::" + type;
    }

    /** The type of an integer literal: the smallest that holds it, from integer on. */
    private static @Nullable String type(BigInteger value) {
        if (isWithin(value, INT_LIMIT)) {
            return "integer";
        }
        return isWithin(value, LONG_LIMIT) ? "bigint" : null;
    }

    private static boolean isWithin(BigInteger value, BigInteger limit) {
        return value.compareTo(limit) < 0 && value.compareTo(limit.negate()) >= 0;
    }

    private static @Nullable String string(String text, TypeName type) {
        String printed = Identifiers.literal(text) + "::" + type.inCast();
        if (type.array()) {
            return text.equals("{}") && type.builtIn() ? printed : null;
        }
        return switch (type.base()) {
            case "varchar", "text", "char", "bpchar", "json" -> printed;
            case "boolean" -> bool(text);
            case "integer" ->
                isInteger(text) && "integer".equals(type(new BigInteger(text)))
                        ? (text.startsWith("-") ? printed : text)
                        : null;
            case "bigint", "smallint", "numeric" -> isInteger(text) ? printed : null;
            case "jsonb" -> text.equals("{}") || text.equals("[]") ? printed : null;
            case "uuid" -> isUuid(text) ? printed : null;
            case "date" -> isDate(text) ? printed : null;
            case "time" -> type.suffix().isEmpty() && isTime(text) ? printed : null;
            case "timestamp" -> type.suffix().isEmpty() && isTimestamp(text) ? printed : null;
            default -> null;
        };
    }

    private static @Nullable String bool(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (List.of("t", "true", "y", "yes", "on", "1").contains(word)) {
            return "true";
        }
        return List.of("f", "false", "n", "no", "off", "0").contains(word) ? "false" : null;
    }

    private static @Nullable String word(String word, TokenReader reader, TypeName type) {
        if (word.equals("true") || word.equals("false")) {
            return type.is("boolean") ? word : null;
        }
        if (WORDS.contains(word)) {
            return word.toUpperCase(Locale.ROOT);
        }
        if (WITH_PRECISION.contains(word)) {
            String precision = reader.accept("(") ? reader.toClosing() : "";
            return precision.length() > 1
                    ? null
                    : word.toUpperCase(Locale.ROOT) + (precision.isEmpty() ? "" : "(" + precision + ")");
        }
        boolean call = reader.accept("(", ")") && Identifiers.quote(word).equals(word);
        return call ? word + "()" : null;
    }

    private static boolean isInteger(String text) {
        return text.startsWith("-") ? isWhole(text.substring(1)) && !text.equals("-0") : isWhole(text);
    }

    private static boolean isWhole(String text) {
        return isDigits(text) && (text.length() == 1 || text.charAt(0) != '0');
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isUuid(String text) {
        return text.length() == 36
                && text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))
                && text.charAt(8) == '-'
                && text.charAt(13) == '-'
                && text.charAt(18) == '-'
                && text.charAt(23) == '-'
                && text.chars().filter(c -> c == '-').count() == 4;
    }

    private static boolean isDate(String text) {
        try {
            return text.length() == 10 && LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            return text.length() == 8 && LocalTime.parse(text).getSecond() >= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTimestamp(String text) {
        return text.length() == 19
                && text.charAt(10) == ' '
                && isDate(text.substring(0, 10))
                && isTime(text.substring(11));
    }
}
