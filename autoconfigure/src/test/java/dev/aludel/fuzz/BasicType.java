package dev.aludel.fuzz;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * A basic type of Java, and what can be said of its column.
 *
 * @param java the annotations and the type
 * @param defaults expressions for the column's default
 * @param definitions for {@code columnDefinition}
 */
record BasicType(String java, Family family, List<String> defaults, List<String> definitions) {

    /** What decides which options a column has. */
    enum Family {
        TEXT,
        NUMBER,
        DECIMAL,
        TIME,
        OTHER
    }

    private static final List<String> NONE = List.of();

    static List<BasicType> all() {
        return Stream.of(texts(), numbers(), times(), others())
                .flatMap(List::stream)
                .toList();
    }

    /** Those that can stand within a value: a struct or JSON has no large objects and no arrays. */
    static Arbitrary<BasicType> plain() {
        return Arbitraries.of(all().stream()
                .filter(type -> !type.java.contains("@Lob") && !type.java.matches(".*(\\[]|>)"))
                .toList());
    }

    private static List<BasicType> texts() {
        List<String> defaults = List.of("'x'", "''", "'it''s \\\\ %'", "upper('a')", "current_user");
        List<String> definitions = List.of(
                "varchar(77)",
                "text",
                "char(3)",
                "varchar(20) default 'q'",
                "varchar(30) not null",
                "varchar(9) collate \\\"C\\\"");
        return List.of(
                new BasicType("String", Family.TEXT, defaults, definitions),
                new BasicType("@Nationalized String", Family.TEXT, defaults, definitions),
                new BasicType("@JdbcTypeCode(SqlTypes.CHAR) String", Family.TEXT, List.of("'x'"), NONE),
                new BasicType("@JdbcTypeCode(SqlTypes.LONG32VARCHAR) String", Family.TEXT, defaults, NONE),
                new BasicType("char", Family.OTHER, List.of("'c'"), NONE),
                new BasicType("@Lob String", Family.OTHER, NONE, List.of("text")),
                new BasicType("Currency", Family.OTHER, List.of("'EUR'"), NONE),
                new BasicType("Locale", Family.OTHER, List.of("'de_AT'"), NONE),
                new BasicType("TimeZone", Family.OTHER, List.of("'UTC'"), NONE),
                new BasicType("java.net.URL", Family.OTHER, NONE, NONE));
    }

    private static List<BasicType> numbers() {
        List<String> defaults = List.of("0", "42", "-1", "(1 + 2)", "abs(-3)");
        List<String> definitions = List.of("bigint", "integer default 7", "numeric(9)", "int8 not null", "smallint");
        return List.of(
                new BasicType("int", Family.NUMBER, defaults, definitions),
                new BasicType("Integer", Family.NUMBER, defaults, definitions),
                new BasicType("long", Family.NUMBER, defaults, definitions),
                new BasicType("Short", Family.NUMBER, List.of("0", "7"), definitions),
                new BasicType("byte", Family.NUMBER, List.of("0", "7"), NONE),
                new BasicType("float", Family.NUMBER, List.of("0", "0.5", "1e10"), NONE),
                new BasicType("Double", Family.NUMBER, List.of("0", "-0.5", "random()"), NONE),
                new BasicType("BigInteger", Family.NUMBER, List.of("0", "12345678901234567890"), NONE),
                new BasicType(
                        "BigDecimal",
                        Family.DECIMAL,
                        List.of("0", "1.50", "-2", "(10 / 4.0)"),
                        List.of("numeric", "decimal(7, 3)", "money")),
                new BasicType("Year", Family.NUMBER, List.of("2020"), NONE));
    }

    private static List<BasicType> times() {
        return List.of(
                new BasicType(
                        "Instant",
                        Family.TIME,
                        List.of("now()", "current_timestamp", "'2020-01-01 00:00:00+00'"),
                        List.of("timestamptz")),
                new BasicType(
                        "LocalDateTime",
                        Family.TIME,
                        List.of("localtimestamp", "timestamp '2020-01-01 10:00:00'", "'2020-01-01'"),
                        List.of("timestamp(3)", "date")),
                new BasicType("OffsetDateTime", Family.TIME, List.of("now()", "clock_timestamp()"), NONE),
                new BasicType("ZonedDateTime", Family.TIME, List.of("now()"), NONE),
                new BasicType(
                        "LocalDate", Family.OTHER, List.of("current_date", "'2020-02-01'", "date '2020-02-29'"), NONE),
                new BasicType(
                        "LocalTime", Family.TIME, List.of("'10:00'", "localtime"), List.of("time without time zone")),
                new BasicType("Duration", Family.OTHER, List.of("0"), NONE),
                new BasicType(
                        "@JdbcTypeCode(SqlTypes.INTERVAL_SECOND) Duration",
                        Family.OTHER,
                        List.of("interval '1 hour'"),
                        NONE),
                new BasicType("@Temporal(TemporalType.DATE) Date", Family.OTHER, List.of("current_date"), NONE));
    }

    private static List<BasicType> others() {
        return List.of(
                new BasicType("boolean", Family.OTHER, List.of("true", "false", "(not true)"), NONE),
                new BasicType("Boolean", Family.OTHER, List.of("true", "false"), List.of("boolean default false")),
                new BasicType(
                        "@Convert(converter = org.hibernate.type.YesNoConverter.class) Boolean",
                        Family.OTHER,
                        List.of("'Y'"),
                        NONE),
                new BasicType("UUID", Family.OTHER, List.of("gen_random_uuid()"), List.of("uuid")),
                new BasicType("byte[]", Family.OTHER, List.of("'\\\\x00'"), NONE),
                new BasicType("@Lob byte[]", Family.OTHER, NONE, List.of("bytea")),
                new BasicType("java.net.InetAddress", Family.OTHER, List.of("'127.0.0.1'"), NONE),
                new BasicType(
                        "@JdbcTypeCode(SqlTypes.JSON) Map<String, Object>",
                        Family.OTHER,
                        List.of("'{}'", "'{\\\"a\\\": 1}'"),
                        List.of("jsonb not null")),
                new BasicType("String[]", Family.OTHER, List.of("'{}'", "array['a']", "array[]::varchar[]"), NONE),
                new BasicType("List<Integer>", Family.OTHER, List.of("'{}'", "'{1,2}'"), NONE),
                new BasicType("@Array(length = 5) double[]", Family.OTHER, NONE, NONE),
                new BasicType("UUID[]", Family.OTHER, List.of("'{}'"), NONE),
                new BasicType("DayOfWeek", Family.OTHER, List.of("0", "3"), NONE),
                new BasicType("@Enumerated(EnumType.STRING) Month", Family.OTHER, List.of("'MAY'"), NONE));
    }
}
