package dev.aludel.dialect.postgresql.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Statements as psql reads them, whoever sets {@code standard_conforming_strings} meanwhile. A plain string with a backslash, whose end
 * depends on that setting, is written as {@code E'\\'}: so nothing of it ever stands outside of quotes, where psql would run it as a
 * command of its own.
 */
final class PsqlText {

    private record Part(PostgresScanner.Kind kind, String text) {

        boolean isString() {
            return kind == PostgresScanner.Kind.QUOTE && text.startsWith("'");
        }

        boolean isBetween() {
            return kind == PostgresScanner.Kind.SPACE
                    || (kind == PostgresScanner.Kind.COMMENT && text.startsWith("--"));
        }

        boolean isBroken() {
            return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        }
    }

    private final List<Part> parts = new ArrayList<>();

    private PsqlText(String sql) {
        PostgresScanner scanner = new PostgresScanner(sql);
        while (scanner.next()) {
            parts.add(new Part(scanner.kind(), scanner.text()));
        }
    }

    /** The statement, which nothing in it ends and no command of psql stands in. */
    static String of(String sql) {
        return sql.indexOf('\\') < 0 ? sql : new PsqlText(sql).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < parts.size()) {
            Part part = parts.get(at);
            int end = part.isString() ? endOfString(at) : at + 1;
            boolean escaped = part.isString() && !knowsNoEscapes(at) && hasBackslash(at, end);
            if (escaped) {
                text.append(isPrefixed(at, "n") ? "char E" : "E"); // N'' is a string of nchar, and nchar E'' is one
            }
            for (; at < end; at++) {
                String each = parts.get(at).text();
                text.append(escaped && parts.get(at).isString() ? each.replace("\\", "\\\\") : each);
            }
        }
        return text.toString();
    }

    /** Behind a string and all that continues it on further lines. */
    private int endOfString(int from) {
        int end = from + 1;
        int at = end;
        boolean broken = false;
        while (at < parts.size()
                && (parts.get(at).isBetween() || (broken && parts.get(at).isString()))) {
            boolean string = parts.get(at).isString();
            broken = !string && (broken || parts.get(at).isBroken());
            at++;
            end = string ? at : end;
        }
        return end;
    }

    private boolean hasBackslash(int from, int to) {
        return parts.subList(from, to).stream()
                .anyMatch(part -> part.isString() && part.text().indexOf('\\') >= 0);
    }

    /** {@code B''}, {@code X''} and {@code U&''} know no such escapes; {@code E''} is one token. */
    private boolean knowsNoEscapes(int at) {
        return isPrefixed(at, "b") || isPrefixed(at, "x") || (isPrefixed(at, "&") && isPrefixed(at - 1, "u"));
    }

    private boolean isPrefixed(int at, String prefix) {
        return at > 0 && parts.get(at - 1).text().equalsIgnoreCase(prefix);
    }
}
