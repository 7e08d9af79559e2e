package dev.aludel.dialect.postgresql.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConjunctionTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "(b > 1) AND (a < 2)                                   | (a < 2) AND (b > 1)",
                "(a < 2) AND (b > 1)                                   | (a < 2) AND (b > 1)",
                "(c) AND ((b > 1) AND (a < 2)) AND (a)                 | ((b > 1) AND (a < 2)) AND (a) AND (c)",
                "(b > 1) OR (a < 2)                                    | (b > 1) OR (a < 2)",
                "f('x AND y'::text)                                    | f('x AND y'::text)",
                "CASE WHEN (b AND a) THEN c ELSE d END                 | CASE WHEN (b AND a) THEN c ELSE d END"
            })
    void doesNotCountTheOrderOfWhatAndJoins(String printed, String normal) {
        assertThat(Conjunction.sorted(printed)).isEqualTo(normal);
    }
}
