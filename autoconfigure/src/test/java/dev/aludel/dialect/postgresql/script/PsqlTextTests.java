package dev.aludel.dialect.postgresql.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.StatementSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PsqlTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select 'a\\b' | select E'a\\\\b'",
                "select 'it''s \\' | select E'it''s \\\\'",
                "select N'\\' | select Nchar E'\\\\'",
                "select E'\\n' | select E'\\n'",
                "select x'\\', B'\\', U&'\\0041', \"\\\", $$\\$$ /* \\ */ | select x'\\', B'\\', U&'\\0041', \"\\\","
                        + " $$\\$$ /* \\ */"
            })
    void writesWhatASettingWouldReadOtherwiseAsEscapes(String sql, String expected) {
        assertThat(PsqlText.of(sql)).isEqualTo(expected);
    }

    @Test
    void writesAStringOverSeveralLinesAsOne() {
        assertThat(PsqlText.of("select 'a'\n  -- b\n'c\\' 'd\\'")).isEqualTo("select E'a'\n  -- b\n'c\\\\' E'd\\\\'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 1 \\! touch x", "select 'a' \\g |sh", "select '\\' \\! touch x --'"})
    void refusesACommandOfPsql(String sql) {
        assertThatThrownBy(() -> PsqlText.of(sql))
                .isInstanceOf(StatementSyntaxException.class)
                .hasMessageContaining("is a command of psql");
    }

    @Test
    void findsATagThatTheBlockDoesNotHold() {
        assertThat(PsqlClient.block("begin perform $aludel$a$aludel$; end"))
                .isEqualTo("do $aludel1$ begin perform $aludel$a$aludel$; end $aludel1$");
    }
}
