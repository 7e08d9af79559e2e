package dev.aludel.dialect.postgresql.text;

/** Types whose values are assigned to each other. */
public enum TypeFamily {
    NUMBER,
    TEXT,
    DATE_TIME,
    TIME,
    BIT,
    JSON,
    NETWORK,
    OTHER;

    static TypeFamily of(TypeName type) {
        return switch (type.kind()) {
            case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> NUMBER;
            case "varchar", "char", "bpchar", "text", "name", "citext" -> TEXT;
            case "date", "timestamp", "timestamp with time zone" -> DATE_TIME;
            case "time", "time with time zone", "interval" -> TIME;
            case "bit", "varbit" -> BIT;
            case "json", "jsonb" -> JSON;
            case "inet", "cidr" -> NETWORK;
            default -> OTHER;
        };
    }
}
