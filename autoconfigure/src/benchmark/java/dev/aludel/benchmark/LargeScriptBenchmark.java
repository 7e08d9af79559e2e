package dev.aludel.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.postgresql.script.PostgresStatementLexer;
import dev.aludel.script.ScriptReader;
import dev.aludel.script.ScriptSource.ScriptFile;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Reading and splitting a script of 50 MB in one line, and one of 100,000 statements: linear in their size. */
class LargeScriptBenchmark {

    private static final StringBuilder TABLE = new StringBuilder("""

        | script                      |  read (ms) | split (ms) |
        |-----------------------------|-----------:|-----------:|
        """);

    private final PostgresStatementLexer lexer = new PostgresStatementLexer();

    @AfterAll
    static void print() {
        System.out.println(TABLE);
    }

    @Test
    void oneLineOf50Megabytes() {
        String row = "(1,'" + "y".repeat(40) + "'),";
        measure("one line of 50 MB", "insert into lots values " + row.repeat(50_000_000 / row.length()) + "(1,'');", 1);
    }

    @Test
    void aHundredThousandStatements() {
        measure("100,000 statements", "insert into lots values (1, 'a -- b');\n".repeat(100_000), 100_000);
    }

    private void measure(String name, String upgrade, int statements) {
        ScriptFile file = new ScriptFile("a.sql", "-- revision: a\n\n-- upgrade\n" + upgrade + "\n\n-- downgrade\n");
        ScriptReader reader = new ScriptReader(lexer::plainLines);
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            String read = reader.read(file).sql().upgrade();
            long split = System.nanoTime();
            assertThat(lexer.split(read)).hasSize(statements);
            long end = System.nanoTime();
            if (round == 2) {
                TABLE.append("| %-27s | %10d | %10d |%n"
                        .formatted(
                                name,
                                Duration.ofNanos(split - begin).toMillis(),
                                Duration.ofNanos(end - split).toMillis()));
            }
        }
    }
}
