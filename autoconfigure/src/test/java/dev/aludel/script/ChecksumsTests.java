package dev.aludel.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.dialect.postgresql.script.PostgresStatementLexer;
import dev.aludel.script.ScriptSource.ScriptFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumsTests {

    private static final String SCRIPT = """
            -- revision: c
            -- down-revision: a, b
            -- message: first
            -- depends-on: x

            -- upgrade
            create table t (
                a int
            );
            insert into t values (1);

            -- downgrade
            drop table t;
            """;

    private static String checksum(String text) {
        PostgresStatementLexer lexer = new PostgresStatementLexer();
        Script script = new ScriptReader(lexer::plainLines).read(new ScriptFile("", text));
        return Checksums.of(
                script,
                normal(lexer, script.sql().upgrade()),
                normal(lexer, script.sql().downgrade()));
    }

    private static List<String> normal(PostgresStatementLexer lexer, String text) {
        return lexer.split(text).stream().map(Statement::normal).toList();
    }

    @Test
    void isSha256InHexadecimalAndStaysTheSame() {
        assertThat(checksum(SCRIPT)).isEqualTo("d0c82e6e2e1ccc9403da4d8e6a22eaa648a2237898b31ddb5c533b535942059f");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            message: first  | message: second
            a, b            | b, a
            a int           | a int -- the number
            drop table t;   | drop table t
            drop table t;   | /* all */ drop table t; -- gone
            '    a int'     | '  a    int'
            """)
    void doesNotCountWhatDoesNothing(String before, String after) {
        assertThat(SCRIPT).contains(before);
        assertThat(checksum(SCRIPT.replace(before, after))).isEqualTo(checksum(SCRIPT));
        assertThat(checksum(SCRIPT.replace("\n", "\r\n"))).isEqualTo(checksum(SCRIPT));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            revision: c     | revision: d
            a, b            | a
            depends-on: x   | depends-on: y
            message: first  | transactional: false
            a int           | a bigint
            values (1);     | values (1); select 1;
            drop table t;   | drop table if exists t;
            """)
    void countsWhatARevisionDoes(String before, String after) {
        assertThat(SCRIPT).contains(before);
        assertThat(checksum(SCRIPT.replace(before, after))).isNotEqualTo(checksum(SCRIPT));
    }

    @Test
    void aStatementThatMovesToTheOtherSectionCounts() {
        String moved = SCRIPT.replace("insert into t values (1);\n", "")
                .replace("drop table", "insert into t values (1);\ndrop table");
        assertThat(checksum(moved)).isNotEqualTo(checksum(SCRIPT));
    }
}
