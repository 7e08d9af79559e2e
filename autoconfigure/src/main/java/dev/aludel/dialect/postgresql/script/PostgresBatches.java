package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.Batches;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.dialect.StatementSyntaxException;
import dev.aludel.dialect.postgresql.text.TokenReader;
import dev.aludel.operation.Backfill.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads a statement that runs in batches, and how. */
public final class PostgresBatches implements Batches {

    private static final String EXPECTED = "expected '-- batch: key id, size 1000, pause 100ms'";

    @Override
    public Batch of(Statement statement) {
        TokenReader reader = new TokenReader(statement.pace());
        List<String> key = new ArrayList<>();
        int size = Pace.SIZE;
        Duration pause = Pace.PAUSE;
        do {
            if (reader.accept("key")) {
                while (!reader.atEnd() && !reader.sees(",")) {
                    key.add(reader.next().text());
                }
            } else if (reader.accept("size")) {
                size = number(reader.next().text(), statement);
            } else if (reader.accept("pause")) {
                pause = pause(reader, statement);
            } else {
                throw refused(statement, "'" + statement.pace() + "' does not say how rows are taken; " + EXPECTED);
            }
        } while (reader.accept(","));
        if (!reader.atEnd() || size < 1) {
            throw refused(statement, "'" + statement.pace() + "' does not say how rows are taken; " + EXPECTED);
        }
        return new PostgresBatch(BatchedStatement.of(statement), key, size, pause);
    }

    /** {@code 100ms}, {@code 2s}: a number and its unit, as two tokens or as one. */
    private static Duration pause(TokenReader reader, Statement statement) {
        StringBuilder text = new StringBuilder();
        while (!reader.atEnd() && !reader.sees(",")) {
            text.append(reader.next().text());
        }
        String pause = text.toString();
        if (pause.startsWith("-")) {
            throw refused(statement, "the pause '" + pause + "' is negative; " + EXPECTED);
        }
        if (pause.endsWith("ms")) {
            return Duration.ofMillis(number(pause.substring(0, pause.length() - 2), statement));
        }
        if (pause.endsWith("s")) {
            return Duration.ofSeconds(number(pause.substring(0, pause.length() - 1), statement));
        }
        throw refused(statement, "the pause '" + pause + "' has no unit; " + EXPECTED);
    }

    private static int number(String text, Statement statement) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw refused(statement, "'" + text + "' is no number; " + EXPECTED);
        }
    }

    static StatementSyntaxException refused(Statement statement, String reason) {
        return new StatementSyntaxException(statement.line(), reason);
    }
}
