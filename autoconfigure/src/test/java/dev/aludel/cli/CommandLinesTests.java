package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.command.ShellWords;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLinesTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicInteger failures = new AtomicInteger();
    private final CommandLine commandLine = CommandLines.of(
            new CommandContext(
                    new Terminal(new PrintWriter(out), new PrintWriter(err), null),
                    () -> {
                        throw new IllegalStateException("the engine was asked for");
                    },
                    null),
            new String[0],
            failure -> failures.incrementAndGet());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "revision -m 'add email' --autogenerate --rev-id ab12",
                "revision --autogenerate --rename users.name=full_name --rename a=b --drop users.label",
                "upgrade",
                "upgrade +1",
                "upgrade --sql base:head",
                "downgrade -1",
                "downgrade --sql -1",
                "downgrade -1 --sql",
                "downgrade head:base --sql",
                "history -r -3:current -v",
                "history -i",
                "show -1",
                "stamp head",
                "compare --sql --verbose",
                "check",
                "status",
                "create-all",
                "revision -m 'begin orders' --head base --branch-label orders --sql",
                "revision --head orders@head --depends-on 3f2a --depends-on 1b9e --splice",
                "merge",
                "merge -m 'join' 3f2a 1b9e --rev-id ab12 --branch-label joined",
                "rebase 3f2a --onto 1b9e",
                "squash 3f2a:9c1b -m \"the first year\" --rev-id aa11 --scratch-url jdbc:postgresql:empty",
                "branches --verbose",
                "stamp --purge 3f2a 1b9e",
                "stamp --sql a:b",
                "upgrade --sql --idempotent base:head",
                "ensure-version --sql",
                "verify --json",
                "resolve",
                "resolve 3f2a --rolled-back",
                "resolve --checksum --json",
                "doctor",
                "heads --resolve-dependencies",
                "current -c",
                "current --check-heads --json",
                "history --mermaid",
                "history --dot -r a:b",
                "edit head"
            })
    void takesAlembicsWords(String line) {
        assertThat(CommandLines.needsApplication(
                        commandLine, ShellWords.of(line).toArray(String[]::new)))
                .isTrue();
    }

    @Test
    void everyCommandExplainsItselfWithAnExample() {
        assertThat(commandLine.getSubcommands())
                .hasSizeGreaterThan(20)
                .allSatisfy((name, command) -> assertThat(command.getUsageMessage())
                        .contains("Usage: aludel " + name)
                        .containsAnyOf("aludel " + name + " ", "aludel " + name + "\n", "\"aludel init\""));
    }

    @Test
    void aloneItSaysWhatThereIs() {
        assertThat(CommandLines.needsApplication(commandLine, new String[0])).isFalse();
        assertThat(commandLine.execute()).isZero();
        assertThat(out.toString()).contains("Usage: aludel", "upgrade", "Every day:");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void completionNeedsNoApplicationAndKnowsAllCommands() {
        assertThat(CommandLines.needsApplication(commandLine, new String[] {"completion"}))
                .isFalse();
        assertThat(commandLine.execute("completion")).isZero();
        assertThat(out.toString())
                .contains("complete -F _complete_aludel", "--autogenerate")
                .contains(commandLine.getSubcommands().keySet());
    }

    @Test
    void sqlAndJsonExcludeEachOther() {
        assertThat(commandLine.execute("upgrade", "--sql", "--json")).isEqualTo(2);
        assertThat(commandLine.execute("stamp", "head", "--idempotent")).isEqualTo(2);
        assertThat(commandLine.execute("history", "--dot", "--mermaid")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--sql and --json exclude each other")
                .contains("--idempotent goes with --sql")
                .contains("mutually exclusive");
    }

    @Test
    void suggestsWhatWasProbablyMeant() {
        assertThat(commandLine.execute("upgrde")).isEqualTo(2);
        assertThat(commandLine.execute("revision", "--autogenrate")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "aludel: There is no command 'upgrde'.",
                        "Did you mean: upgrade?",
                        "Try 'aludel --help'.",
                        "aludel: Unknown option: '--autogenrate'.",
                        "Did you mean: --autogenerate?",
                        "Try 'aludel revision --help'.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysWhichArgumentIsOneTooMany() {
        assertThat(commandLine.execute("upgrade", "a", "b")).isEqualTo(2);
        assertThat(commandLine.execute("check", "a")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "aludel: 'upgrade' takes one REVISION, and 'b' is another one.",
                        "Try 'aludel upgrade --help'.",
                        "aludel: 'check' takes no 'a', but options alone.",
                        "Try 'aludel check --help'.");
    }

    @Test
    void strictGoesWithWhatItIsAbout() {
        assertThat(commandLine.execute("init", "--strict")).isEqualTo(2);
        assertThat(commandLine.execute("revision", "--strict")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--strict goes with --from-database alone.\n")
                .contains("--strict goes with --autogenerate alone.\n");
    }

    @Test
    void downgradeWantsToBeToldHowFar() {
        assertThat(commandLine.execute("downgrade")).isEqualTo(2);
        assertThat(err.toString()).startsWith("aludel: Missing required parameter: 'REVISION'.");
    }

    @Test
    void aFailedCommandIsExplainedAndEndsWithOne() {
        assertThat(commandLine.execute("current")).isEqualTo(1);
        assertThat(failures).hasValue(1);
    }

    @Test
    void theCommandThatIsAskedIsDescribedAlone() {
        commandLine.getSubcommands().keySet().stream()
                .filter(name -> !name.equals("completion"))
                .forEach(name -> assertThat(CommandLines.of(
                                        new CommandContext(
                                                new Terminal(new PrintWriter(out), new PrintWriter(err), null),
                                                () -> {
                                                    throw new IllegalStateException("the engine was asked for");
                                                },
                                                null),
                                        new String[] {name},
                                        failure -> failures.incrementAndGet())
                                .getSubcommands())
                        .containsOnlyKeys(name));
    }
}
