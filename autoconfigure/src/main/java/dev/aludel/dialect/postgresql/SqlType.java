package dev.aludel.dialect.postgresql;

import java.util.Arrays;
import java.util.List;

/**
 * A type and what PostgreSQL can do with its values.
 *
 * @param base the name in normal form, with what follows the arguments and {@code []} for an array
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

    static SqlType of(String type) {
        TypeName name = TypeName.read(new TokenReader(type), "");
        List<Integer> arguments = name.arguments().matches("-?\\d+(,-?\\d+)*")
                ? Arrays.stream(name.arguments().split(","))
                        .map(Integer::valueOf)
                        .toList()
                : List.of();
        String base = name.base().startsWith("interval") ? "interval" : name.base() + name.suffix();
        return new SqlType(base + (name.array() ? "[]" : ""), arguments);
    }

    Family family() {
        return switch (base) {
            case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> Family.NUMBER;
            case "varchar", "char", "bpchar", "text", "name" -> Family.TEXT;
            case "date", "timestamp", "timestamp with time zone" -> Family.DATE_TIME;
            case "time", "time with time zone", "interval" -> Family.TIME;
            case "bit", "varbit" -> Family.BIT;
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
}
