package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvocationTests {

    @Test
    void isACommandWhenTheFirstArgumentSaysSo() {
        assertThat(of("aludel", "upgrade", "head")).hasValue(words("upgrade", "head"));
        assertThat(of("aludel")).hasValue(words());
    }

    @Test
    void isTheApplicationItselfOtherwise() {
        assertThat(of()).isEmpty();
        assertThat(of("import", "aludel")).isEmpty();
        assertThat(of("--server.port=8081")).isEmpty();
    }

    @Test
    void leavesOptionsWithADotToSpring() {
        Invocation invocation = of(
                        "--spring.profiles.active=dev", "aludel", "upgrade", "--aludel.lock-timeout=1s", "--sql", "-1")
                .orElseThrow();
        assertThat(invocation.words()).containsExactly("upgrade", "--sql", "-1");
        assertThat(invocation.springOptions())
                .containsExactly("--spring.profiles.active=dev", "--aludel.lock-timeout=1s");
    }

    @Test
    void takesNoMessageForAnOptionOfSpring() {
        assertThat(of("aludel", "revision", "-m", "--fix v1.2 of users")
                        .orElseThrow()
                        .words())
                .containsExactly("revision", "-m", "--fix v1.2 of users");
    }

    @Test
    void readsTheVariableForAMainThatDropsItsArguments() {
        assertThat(Invocation.of(new String[0], "revision -m 'add email' --spring.profiles.active=dev"))
                .hasValueSatisfying(invocation -> {
                    assertThat(invocation.words()).containsExactly("revision", "-m", "add email");
                    assertThat(invocation.springOptions()).containsExactly("--spring.profiles.active=dev");
                });
        assertThat(Invocation.of(new String[0], "aludel current")).hasValue(words("current"));
        assertThat(Invocation.of(new String[0], " ")).isEmpty();
    }

    @Test
    void prefersTheArgumentsToTheVariable() {
        assertThat(Invocation.of(new String[] {"aludel", "heads"}, "upgrade")).hasValue(words("heads"));
    }

    private static Optional<Invocation> of(String... arguments) {
        return Invocation.of(arguments, null);
    }

    private static Invocation words(String... words) {
        return new Invocation(List.of(words), List.of());
    }
}
