package dev.aludel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlCommentTests {

    @Test
    void noTextEndsItsLine() {
        assertThat(SqlComment.of("evil \n\\! touch a\r\\! touch b\u0085c\u2028d\u2029e\f\u000bf"))
                .isEqualTo("-- evil \\! touch a \\! touch b c d e f");
    }

    @Test
    void showsWhatATerminalWouldObey() {
        assertThat(OneLine.of("a\u001b[2Jb\u202ec\ud800\u0000\ufeff \ud83d\ude00 \u200d"))
                .isEqualTo("a<U+001B>[2Jb<U+202E>c<U+D800><U+0000><U+FEFF> \ud83d\ude00 \u200d");
    }

    @Test
    void aLineIsTheSameOnceMore() {
        String line = OneLine.of("a\n\tb\u001b");
        assertThat(OneLine.of(line)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"downgrade", " Upgrade", "allow drop-table it is mine", "batch: size 1", "hazard x (a): b"})
    void whatIsForReadersIsNotReadByAScript(String text) {
        assertThat(SqlComment.of(text)).isEqualTo("-- '" + text.strip() + "'");
    }

    @Test
    void aHeaderWithoutAValueIsNone() {
        assertThat(SqlComment.header("message", " \n ")).isEmpty();
        assertThat(SqlComment.header("message", "a\nb")).isEqualTo("-- message: a b");
    }
}
