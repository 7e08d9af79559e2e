package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.StatementLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Splits scripts as psql would: PostgreSQL manual, chapter 4.1, and psql's own rules for what ends a statement. */
public final class PostgresStatementLexer implements StatementLexer {

    @Override
    public List<Statement> split(String text) {
        return PostgresSplitter.of(text);
    }

    /** Reading every script at each start rests on this: so a text without quotes is not looked at token by token. */
    @Override
    public IntPredicate plainLines(String text) {
        return isUnquoted(text) ? line -> true : PostgresPlainLines.of(text);
    }

    @Override
    public List<String> betweenArguments(String sql) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        PostgresScanner scanner = new PostgresScanner(sql);
        int doubled = -1;
        while (scanner.next()) {
            boolean mark = scanner.kind() == PostgresScanner.Kind.SYMBOL
                    && scanner.text().equals("?");
            if (mark && scanner.start() == doubled) {
                part.append('?');
            } else if (mark && sql.startsWith("?", scanner.end())) {
                doubled = scanner.end();
            } else if (mark) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(scanner.text());
            }
        }
        parts.add(part.toString());
        return List.copyOf(parts);
    }

    private static boolean isUnquoted(String text) {
        return text.indexOf('\'') < 0
                && text.indexOf('"') < 0
                && text.indexOf('$') < 0
                && text.indexOf('\\') < 0
                && !text.contains("/*");
    }
}
