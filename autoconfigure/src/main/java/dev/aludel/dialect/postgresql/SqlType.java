package dev.aludel.dialect.postgresql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type by its name and arguments, whichever of PostgreSQL's spellings it has: {@code varchar(255)} is
 * {@code character varying} with 255.
 *
 * @param base the name as {@code format_type} prints it, with {@code []} for an array
 * @param arguments length, or precision and scale
 */
record SqlType(String base, List<Integer> arguments) {

    /** Types of one family are assigned to each other. */
    enum Family {
        NUMBER,
        TEXT,
        DATE_TIME,
        TIME,
        BIT,
        JSON,
        NETWORK,
        OTHER
    }

    private static final Pattern ARGUMENTS = Pattern.compile("\\(([-0-9, ]+)\\)");

    static SqlType of(String type) {
        Matcher matcher = ARGUMENTS.matcher(type);
        List<Integer> arguments = matcher.find()
                ? Arrays.stream(matcher.group(1).split(","))
                        .map(number -> Integer.valueOf(number.strip()))
                        .toList()
                : List.of();
        String name = matcher.reset()
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replaceAll(" +", " ")
                .strip();
        boolean array = name.endsWith("[]");
        return new SqlType(fullName(name.replace("[]", "").strip()) + (array ? "[]" : ""), arguments);
    }

    Family family() {
        return switch (base) {
            case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> Family.NUMBER;
            case "character varying", "character", "text", "name" -> Family.TEXT;
            case "date", "timestamp without time zone", "timestamp with time zone" -> Family.DATE_TIME;
            case "time without time zone", "time with time zone", "interval" -> Family.TIME;
            case "bit", "bit varying" -> Family.BIT;
            case "json", "jsonb" -> Family.JSON;
            case "inet", "cidr" -> Family.NETWORK;
            default -> Family.OTHER;
        };
    }

    boolean is(String name) {
        return base.equals(name);
    }

    boolean isArray() {
        return base.endsWith("[]");
    }

    SqlType element() {
        return new SqlType(base.replace("[]", ""), arguments);
    }

    /** An argument by position, or what the type means without it. */
    int argument(int position, int otherwise) {
        return position < arguments.size() ? arguments.get(position) : otherwise;
    }

    private static String fullName(String name) {
        return switch (name) {
            case "int", "int4" -> "integer";
            case "int8" -> "bigint";
            case "int2" -> "smallint";
            case "decimal" -> "numeric";
            case "float4" -> "real";
            case "float8", "float" -> "double precision";
            case "bool" -> "boolean";
            case "varchar" -> "character varying";
            case "char", "bpchar" -> "character";
            case "timestamp" -> "timestamp without time zone";
            case "timestamptz" -> "timestamp with time zone";
            case "time" -> "time without time zone";
            case "timetz" -> "time with time zone";
            case "varbit" -> "bit varying";
            default -> name;
        };
    }
}
