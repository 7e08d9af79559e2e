package dev.aludel.runner;

import dev.aludel.dialect.StatementLexer.Statement;
import java.util.Locale;
import java.util.Set;

/** Statements that begin or end a transaction. A revision that ends its own would be half applied when it fails afterwards. */
final class TransactionControl {

    private static final Set<String> WORDS = Set.of("begin", "start", "commit", "end", "rollback", "abort", "prepare");

    private TransactionControl() {}

    static boolean isIn(Statement statement) {
        String[] words = statement.normal().toLowerCase(Locale.ROOT).split("\\s+", 3);
        boolean prepares = words[0].equals("prepare") && (words.length < 2 || !words[1].equals("transaction"));
        return WORDS.contains(words[0]) && !prepares;
    }
}
