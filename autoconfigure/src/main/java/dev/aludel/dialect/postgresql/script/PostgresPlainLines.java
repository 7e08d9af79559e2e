package dev.aludel.dialect.postgresql.script;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** Finds the lines that begin outside quotes and comments and rows. */
final class PostgresPlainLines {

    private PostgresPlainLines() {}

    static IntPredicate of(String text) {
        PostgresScanner scanner = new PostgresScanner(text);
        BitSet within = new BitSet();
        while (scanner.next()) {
            switch (scanner.kind()) {
                case QUOTE, COMMENT, ROWS -> within.set(scanner.line() + 1, scanner.endLine() + 1);
                case WORD, NUMBER, SYMBOL, SPACE -> {}
            }
        }
        return line -> !within.get(line);
    }
}
