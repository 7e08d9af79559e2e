package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.postgresql.text.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Types in normal form with values at their edges, as SQL expressions. */
final class EdgeValues {

    private static final Map<String, String> LITERALS = new LinkedHashMap<>();

    /** Values separated by {@code |}, which none of them holds. */
    private static void put(String type, String values) {
        LITERALS.put(type, values);
    }

    static {
        put("smallint", "0|1|2|-1|32767|-32768");
        put("integer", "0|1|2|15|16|2147483647|-2147483648");
        put("bigint", "0|1|9223372036854775807|-9223372036854775808|9007199254740993|20200101");
        put("real", "0|1|0.1|1.5|16777217|3.4028235e38|1e-45|NaN|Infinity|-Infinity");
        put("double precision", "0|1|0.1|0.30000000000000004|2.5|1.7976931348623157e308|5e-324|NaN|Infinity");
        put("numeric", "0|1|1.10|0.123456789012345678901|1e40|-2.5|NaN|Infinity");
        put("numeric(5,2)", "0.00|1.00|999.99|-0.01|NaN");
        put("numeric(21,0)", "0|1|1999|90500000000|9223372036854775807|123456789012345678901|NaN");
        put("boolean", "true|false");
        put("char(5)", "1 day|::/0|ab|abcde||Y|12|{a}");
        put("varchar(5)", "1 day|::/0|ab|abcde||ab  |  |Ä€ß|Y|0|1|12|{a}|{a,b}|null|\"a\"| 7 ");
        put(
                "text",
                "a text that is much longer than sixty-three bytes, so that no name can hold it at all|abcdefghi  "
                        + " ||{}|{\"b\": 1, \"a\": 2, \"a\": 3}|{\"a\":1.0}|\\x41|$1.00|2020-01-01|2020-06-30"
                        + " 10:00:00.123456|2020-06-30 10:00:00+02|2020-06-30|10:00:00|10:00:00+05|24:00:00|1 day"
                        + " 02:00|P1D|infinity|today|0044-03-15"
                        + " BC|A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11|10.0.0.1|10.0.0.1/32|10.0.0.0/8|08-00-2B-01-02-03|101|1e3|0012|NaN|yes|T|off|HAPPY|(Main,12345)|[1,5)|(1,2)|[0:1]={1,2}|{{1,2},{3,4}}|<a>"
                        + " x </a>|<?xml version=\"1.0\"?><a/>");
        put("bpchar", "ab|abc  ");
        put("name", "ab|HAPPY|sixty-three-bytes-are-the-longest-name-that-the-server-can-keep");
        put(
                "bytea",
                "\\x|\\x41|\\x00ff|\\xc3a4|\\xa0eebc999c0b4ef8bb6d6bb9bd380a11|\\x7b7d|\\x3432|\\x7b|\\x61206c6f6e672074657874");
        put("date", "2020-01-01|0044-03-15 BC|infinity|-infinity|5874897-12-31|2021-03-28|1970-01-01");
        put("time", "00:00|10:00:00.123456|23:59:59.999999|24:00");
        put("time with time zone", "00:00+00|10:00:00.123456+05:30|24:00-12|10:00+01");
        put(
                "timestamp",
                "2020-06-30 10:00:00.123456|2021-03-28 02:30|2021-10-31 02:30|infinity|-infinity|0044-03-15 10:00"
                        + " BC|294276-12-31 23:59:59|1970-01-01 10:00");
        put("timestamp(0)", "2020-06-30 10:00|2020-12-31 23:59:59");
        put(
                "timestamp with time zone",
                "2020-06-30 10:00:00.123456+00|2021-10-31 00:30+00|2021-10-31 01:30+00|infinity|0044-03-15 10:00+00"
                        + " BC|1970-01-01 10:00+00");
        put(
                "interval",
                "0|1 day|1 mon|2.25 seconds|-1 hour|24:00|10:00:00.000001|1 year 2 mons 3 days 04:05:06|100 years");
        put("uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11|00000000-0000-0000-0000-000000000000");
        put(
                "json",
                "{\"b\": 1, \"a\": 2, \"a\": 3}|null|\"text\"|[1, null,"
                        + " 3]|[]|[[1,2],[3,4]]|1.0|\"\\u0000\"|true|7|{\"street\": \"x\", \"zip\":"
                        + " \"1\"}|\"10:00\"|\"2020-01-01T10:00:00\"");
        put("jsonb", "{\"b\": 1, \"a\": 2}|null|\"text\"|[1, null]|[]|1.0|true|\"HAPPY\"|7");
        put("xml", "<a> x </a>|text|<a/><b/>|7");
        put("bit(1)", "0|1");
        put("bit(4)", "0000|0101|1111");
        put("bit(32)", "10000000000000000000000000000001");
        put("varbit", "|0|101|1111111111111111111111111111111111111111111111111111111111111111111");
        put("varbit(3)", "1|101");
        put("oid", "0|4294967295");
        put("inet", "10.0.0.1|10.0.0.1/24|::1|10.0.0.0/8");
        put("cidr", "10.0.0.0/8|10.0.0.1/32|::/0");
        put("macaddr", "08:00:2b:01:02:03");
        put("macaddr8", "08:00:2b:ff:fe:01:02:03|08:00:2b:01:02:03:04:05");
        put("money", "0|1.00|-92233720368547758.08|12.34|1000");
        put("point", "(1,2)");
        put("line", "{1,2,3}");
        put("lseg", "[(0,0),(1,1)]");
        put("box", "(1,1),(0,0)");
        put("path", "[(0,0),(1,1)]");
        put("polygon", "((0,0),(1,1),(1,0))");
        put("circle", "<(0,0),1>");
        put("tsvector", "'a' 'b'");
        put("tsquery", "'a' & 'b'");
        put("int4range", "[1,5)|empty");
        put("int8range", "[1,9223372036854775807)");
        put("numrange", "[1.5,2]");
        put("tsrange", "[2020-01-01,2020-01-02)");
        put("tstzrange", "[2020-01-01 00:00+00,2020-01-02 00:00+00)");
        put("daterange", "[2020-01-01,2020-01-05)");
        put("mood", "HAPPY|SAD");
        put("address", "(Main,12345)|(,)|(\"a, b\",)");
        put("label", "ab|0|1 day|::/0|{t}");
        put("citext", "ab|AB|a text that is longer");
        put("integer[]", "{}|{1}|{1,2}|{NULL}|{1,NULL}|{{1,2},{3,4}}|{{7}}");
        put("text[]", "{}|{a}|{\"\"}|{\"\",\"\"}|{NULL}|{a,NULL}|{\"{x}\"}|{\"a,b\"}|{abcdefghi}|{HAPPY}|{7}|{t,f}");
        put("varchar(5)[]", "{}|{ab}|{ab,abcde}|{\"ab  \"}");
        put("varchar(3)[]", "{ab}|{a}");
        put("char(5)[]", "{ab,abcde}");
        put("boolean[]", "{}|{t}|{t,f,NULL}");
        put("timestamp[]", "{2020-06-30 10:00}|{infinity}|{2020-06-30 10:00,2021-03-28 02:30}");
        put("timestamp with time zone[]", "{2020-06-30 10:00+00}|{2021-10-31 00:30+00,2021-10-31 01:30+00}");
        put("uuid[]", "{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}");
        put("bytea[]", "{\"\\\\x41\"}|{\"\\\\x7b7d\",\"\\\\x00\"}");
        put("json[]", "{\"{\\\"a\\\": 1}\"}|{\"[1]\",null}");
        put("mood[]", "{HAPPY,SAD}");
        put("numeric(5,2)[]", "{1.50,NaN}");
    }

    /** Types that Hibernate never chooses by itself. */
    private static final Set<String> SELDOM = Set.of(
            "bpchar",
            "name",
            "xml",
            "varbit",
            "varbit(3)",
            "bit(32)",
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
            "label",
            "citext",
            "varchar(3)[]",
            "char(5)[]",
            "timestamp with time zone[]",
            "uuid[]",
            "bytea[]",
            "json[]",
            "numeric(5,2)[]");

    private EdgeValues() {}

    static boolean isSeldom(String type) {
        return SELDOM.contains(type);
    }

    static List<String> types() {
        return List.copyOf(LITERALS.keySet());
    }

    static List<String> of(String type) {
        List<String> values = new ArrayList<>();
        for (String literal : LITERALS.getOrDefault(type, "").split("\\|", -1)) {
            values.add(Identifiers.literal(literal) + "::" + type);
        }
        if (type.equals("oid")) {
            values.add("lo_from_bytea(0, '\\x41')");
            values.add("lo_from_bytea(0, '\\x7b7d')");
        }
        return values;
    }
}
