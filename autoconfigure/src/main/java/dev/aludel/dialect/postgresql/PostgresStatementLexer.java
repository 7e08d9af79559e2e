package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.StatementLexer;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** Splits scripts as psql would: PostgreSQL manual, chapter 4.1, and psql's own rules for what ends a statement. */
public final class PostgresStatementLexer implements StatementLexer {

    @Override
    public List<Statement> split(String text) {
        return PostgresSplitter.of(text).statements();
    }

    @Override
    public IntPredicate plainLines(String text) {
        BitSet within = PostgresSplitter.of(text).linesWithin();
        return line -> !within.get(line);
    }
}
