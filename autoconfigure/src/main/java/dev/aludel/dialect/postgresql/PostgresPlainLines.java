package dev.aludel.dialect.postgresql;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** Finds the lines that begin outside quotes and comments, and leaves it to the splitter to say what is wrong. */
final class PostgresPlainLines {

    private PostgresPlainLines() {}

    static IntPredicate of(String text) {
        PostgresScanner scanner = new PostgresScanner(text);
        BitSet within = new BitSet();
        while (scanner.next()) {
            switch (scanner.kind()) {
                case QUOTE, COMMENT -> within.set(scanner.line() + 1, scanner.endLine() + 1);
                case WORD, SYMBOL -> {
                    if (isSuspect(text, scanner.start(), scanner.end())) {
                        PostgresSplitter.of(text);
                    }
                }
                case SPACE -> {}
            }
        }
        return line -> !within.get(line);
    }

    /** A command of psql, or data of a {@code copy}, which need not be SQL at all. */
    private static boolean isSuspect(String text, int start, int end) {
        return text.charAt(start) == '\\' || (end - start == 5 && text.regionMatches(true, start, "stdin", 0, 5));
    }
}
