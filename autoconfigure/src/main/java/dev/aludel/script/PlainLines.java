package dev.aludel.script;

import java.util.function.IntPredicate;

/**
 * What the database's lexer knows and this package does not: which lines of a text, counted from 1, begin outside quotes and
 * comments.
 */
@FunctionalInterface
public interface PlainLines {

    /**
     * The lines of this text.
     *
     * @throws dev.aludel.AludelException where a quote or comment does not end
     */
    IntPredicate of(String text);
}
