package dev.aludel.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Identifiers as the server writes, shortens and composes them. */
final class Identifiers {

    /** NAMEDATALEN - 1: longer names are cut off, in bytes of UTF-8. */
    private static final int MAX_BYTES = 63;

    /** The keywords of PostgreSQL 18 that cannot stand everywhere without quotes (pg_get_keywords, all but category U). */
    private static final Set<String> KEYWORDS = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case
            cast char character check coalesce collate collation column concurrently constraint create cross
            current_catalog current_date current_role current_schema current_time current_timestamp current_user dec
            decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign freeze
            from full grant greatest group grouping having ilike in initially inner inout int integer intersect interval
            into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar
            json_serialize json_table json_value lateral leading least left like limit localtime localtimestamp merge_action
            national natural nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps
            overlay placing position precision primary real references returning right row select session_user setof similar
            smallint some substring symmetric system_user table tablesample then time timestamp to trailing treat trim true
            union unique user using values varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement
            xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable""".split("\\s+"));

    private Identifiers() {}

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word);
    }

    /** The identifier with quotes where it needs them. */
    static String quote(String identifier) {
        boolean plain = !identifier.isEmpty()
                && !Character.isDigit(identifier.charAt(0))
                && identifier.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                && !isKeyword(identifier);
        return plain ? identifier : '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** A text as a string literal, under {@code standard_conforming_strings}. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The identifier as the server stores it. */
    static String truncated(String identifier) {
        return clipped(identifier, MAX_BYTES);
    }

    /** The name that the server composes for an index, constraint or sequence that nobody named (makeObjectName). */
    static String composed(String table, @Nullable String columns, String label) {
        int available = MAX_BYTES - 1 - bytes(label) - (columns == null ? 0 : 1);
        int first = bytes(table);
        int second = columns == null ? 0 : bytes(columns);
        while (first + second > available) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        return clipped(table, first) + (columns == null ? "" : "_" + clipped(columns, second)) + "_" + label;
    }

    /** The columns' part of such a name: joined, until it is as long as a name can be. */
    static String joined(List<String> columns) {
        StringBuilder joined = new StringBuilder();
        for (String column : columns) {
            joined.append(joined.isEmpty() ? "" : "_").append(column);
            if (bytes(joined.toString()) > MAX_BYTES) {
                break;
            }
        }
        return joined.toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** At most so many bytes of UTF-8, without half characters. */
    private static String clipped(String text, int maximum) {
        if (bytes(text) <= maximum) {
            return text;
        }
        int length = 0;
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            length += bytes(Character.toString(codePoint));
            if (length > maximum) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end);
    }
}
