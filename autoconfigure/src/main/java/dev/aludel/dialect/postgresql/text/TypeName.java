package dev.aludel.dialect.postgresql.text;

import java.util.Map;
import java.util.Set;

/**
 * A type in normal form: what a mapping calls {@code int4} and {@code varchar(9) array}, and the server {@code integer} and
 * {@code character varying(9)[]}, is {@code integer} and {@code varchar(9)[]} here.
 *
 * @param base the name in normal form, quoted where it must be
 * @param arguments what stands in parentheses, without them; empty for none
 * @param suffix what follows the arguments, such as {@code  with time zone}
 * @param array whether it is an array; how many dimensions means nothing to the server
 * @param builtIn whether the name is one of the server's own that are known here, so that two differing types do differ
 */
public record TypeName(String base, String arguments, String suffix, boolean array, boolean builtIn) {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("dec", "numeric"),
            Map.entry("decimal", "numeric"),
            Map.entry("bool", "boolean"),
            Map.entry("character", "char"),
            Map.entry("nchar", "char"),
            Map.entry("timestamptz", "timestamp"),
            Map.entry("timetz", "time"));

    public static final Set<String> BUILT_IN = Set.of(
            "integer",
            "bigint",
            "smallint",
            "real",
            "double precision",
            "numeric",
            "boolean",
            "char",
            "varchar",
            "bpchar",
            "text",
            "bytea",
            "date",
            "time",
            "timestamp",
            "interval",
            "uuid",
            "json",
            "jsonb",
            "xml",
            "bit",
            "varbit",
            "oid",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "money",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "tsvector",
            "tsquery",
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange",
            "daterange",
            "name");

    private static final Set<String> INTERVAL_FIELDS = Set.of("year", "month", "day", "hour", "minute", "second", "to");

    /** How the server names a type in a cast, where that is not the normal form. */
    private static final Map<String, String> IN_CASTS = Map.of(
            "varchar",
            "character varying",
            "char",
            "bpchar",
            "bit",
            "\"bit\"",
            "varbit",
            "bit varying",
            "timestamp",
            "timestamp without time zone",
            "time",
            "time without time zone");

    /** The normal form of a whole text; a text that is more than a type is left alone. */
    public static String normal(String text, String ownSchema) {
        TokenReader reader = new TokenReader(text);
        TypeName type = read(reader, ownSchema);
        return reader.atEnd() ? type.toString() : text.strip();
    }

    /** The type that a text begins with. */
    public static TypeName of(String text) {
        return read(new TokenReader(text), "");
    }

    /** Reads the type that comes next. */
    public static TypeName read(TokenReader reader, String ownSchema) {
        Token first = reader.next();
        if (first.isName() && reader.accept(".")) {
            Token name = reader.next();
            if (!first.text().equals("pg_catalog")) {
                String schema = first.text().equals(ownSchema) ? "" : Identifiers.quote(first.text()) + ".";
                return ofUser(schema, name, reader);
            }
            first = name;
        }
        return first.kind() == Token.Kind.QUOTED ? ofUser("", first, reader) : ofServer(first.text(), reader);
    }

    /** As the server writes it in a cast, where it leaves the arguments away: {@code 'x'::character varying}. */
    String inCast() {
        String name = base + suffix;
        return IN_CASTS.getOrDefault(name, name) + (array ? "[]" : "");
    }

    /** The type without its arguments, and an interval without its fields, such as {@code time with time zone} or {@code bit[]}. */
    public String kind() {
        return (base.startsWith("interval ") ? "interval" : base) + suffix + (array ? "[]" : "");
    }

    public boolean is(String kind) {
        return kind().equals(kind);
    }

    /** The type without a length, precision, scale or fields, so that a cast to it cuts and rounds nothing. */
    public String unbounded() {
        String name = switch (base) {
            case "char" -> "bpchar";
            case "bit" -> "varbit";
            default -> base.startsWith("interval ") ? "interval" : base;
        };
        return name + suffix + (array ? "[]" : "");
    }

    public TypeFamily family() {
        return TypeFamily.of(this);
    }

    /** The type of an array's elements. */
    public TypeName element() {
        return new TypeName(base, arguments, suffix, false, builtIn);
    }

    /** A length, precision or scale by position, or what the type means without it. */
    public int argument(int position, int otherwise) {
        String[] values = arguments.split(",", -1);
        return position < values.length && values[position].matches("-?\\d+")
                ? Integer.parseInt(values[position])
                : otherwise;
    }

    @Override
    public String toString() {
        return base + (arguments.isEmpty() ? "" : "(" + arguments + ")") + suffix + (array ? "[]" : "");
    }

    private static TypeName ofUser(String schema, Token name, TokenReader reader) {
        String base = schema + Identifiers.quote(name.text());
        return new TypeName(base, arguments(reader), "", array(reader), false);
    }

    private static TypeName ofServer(String name, TokenReader reader) {
        String word = name;
        if (word.equals("national") && (reader.sees("character") || reader.sees("char"))) {
            word = reader.next().text();
        }
        String base = ALIASES.getOrDefault(word, word);
        if (base.equals("char") && reader.accept("varying")) {
            base = "varchar";
        } else if (base.equals("bit") && reader.accept("varying")) {
            base = "varbit";
        } else if (word.equals("double") && reader.accept("precision")) {
            base = "double precision";
        }
        String fields = base.equals("interval") ? fields(reader) : "";
        String arguments = arguments(reader);
        String suffix = "";
        switch (base) {
            case "char", "bit" -> arguments = arguments.isEmpty() ? "1" : arguments;
            case "bpchar" -> base = arguments.isEmpty() ? base : "char";
            case "numeric" -> arguments = arguments.matches("\\d+") ? arguments + ",0" : arguments;
            case "interval" -> {
                base += fields;
                arguments = precision(arguments);
            }
            case "float" -> {
                base = arguments.matches("\\d{1,2}") && Integer.parseInt(arguments) <= 24 ? "real" : "double precision";
                arguments = "";
            }
            case "timestamp", "time" -> {
                arguments = precision(arguments);
                suffix = zone(reader) || word.endsWith("tz") ? " with time zone" : "";
            }
            default -> base = BUILT_IN.contains(base) ? base : Identifiers.quote(base);
        }
        boolean builtIn = BUILT_IN.contains(base) || base.startsWith("interval ");
        return new TypeName(base, arguments, suffix, array(reader), builtIn);
    }

    private static String fields(TokenReader reader) {
        StringBuilder fields = new StringBuilder();
        while (INTERVAL_FIELDS.contains(reader.peek().text()) && reader.peek().kind() == Token.Kind.WORD) {
            fields.append(' ').append(reader.next().text());
        }
        return fields.toString();
    }

    private static String arguments(TokenReader reader) {
        if (!reader.accept("(")) {
            return "";
        }
        StringBuilder arguments = new StringBuilder();
        while (!reader.atEnd() && !reader.accept(")")) {
            int at = reader.position();
            reader.next();
            arguments.append(reader.text(at, reader.position()));
        }
        return arguments.toString();
    }

    /** The server has no more than microseconds: {@code timestamp(9)} becomes {@code timestamp(6)}. */
    private static String precision(String arguments) {
        return arguments.matches("[789]|\\d{2,}") ? "6" : arguments;
    }

    private static boolean zone(TokenReader reader) {
        if (reader.accept("without", "time", "zone")) {
            return false;
        }
        return reader.accept("with", "time", "zone");
    }

    private static boolean array(TokenReader reader) {
        boolean array = reader.accept("array");
        while (reader.accept("[")) {
            array = true;
            while (!reader.atEnd() && !reader.accept("]")) {
                reader.next();
            }
        }
        return array;
    }
}
