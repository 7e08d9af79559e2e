package dev.aludel.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordsTests {

    @Test
    void splitsAtWhiteSpace() {
        assertThat(ShellWords.of("  upgrade   head\t--sql\n")).containsExactly("upgrade", "head", "--sql");
    }

    @Test
    void keepsWhatIsQuotedTogether() {
        assertThat(ShellWords.of("revision -m 'add \"email\" to users' --rev-id=\"a \\\"b\\\" c\""))
                .containsExactly("revision", "-m", "add \"email\" to users", "--rev-id=a \"b\" c");
    }

    @Test
    void readsAnApostropheAsTheWrapperWritesIt() {
        assertThat(ShellWords.of("'revision' '-m' 'the user'\\''s email' ''"))
                .containsExactly("revision", "-m", "the user's email", "");
    }

    @Test
    void findsNoWordInABlankLine() {
        assertThat(ShellWords.of("  ")).isEmpty();
    }
}
