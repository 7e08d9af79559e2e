package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.diff.RenameAnswers;
import dev.aludel.diff.RenameCandidate;
import dev.aludel.diff.RenameCandidate.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RenameQuestionsTests {

    private static final RenameCandidate NAME = new RenameCandidate(Kind.COLUMN, "users.name", "full_name", 86);
    private static final RenameCandidate NICK = new RenameCandidate(Kind.COLUMN, "users.name", "nick", 63);
    private static final RenameCandidate LABEL = new RenameCandidate(Kind.COLUMN, "users.label", "nick", 60);
    private static final RenameCandidate TABLE = new RenameCandidate(Kind.TABLE, "users", "accounts", 75);

    private final List<String> asked = new ArrayList<>();
    private final StringWriter err = new StringWriter();

    @Test
    void asksYesOrNoAboutOne() {
        assertThat(answers(List.of(NAME), "")).hasValue(RenameAnswers.NONE.andRenamed("users.name", "full_name"));
        assertThat(answers(List.of(NAME), "n")).hasValue(RenameAnswers.NONE.andDropped("users.name"));
        assertThat(asked).contains("Was column users.name renamed to users.full_name (86 % alike)? [Y/n] ");
    }

    @Test
    void asksAgainWhereItDoesNotUnderstand() {
        assertThat(answers(List.of(NAME), "maybe", "Yes"))
                .hasValue(RenameAnswers.NONE.andRenamed("users.name", "full_name"));
        assertThat(err.toString()).contains("Please answer y or n.");
    }

    @Test
    void offersNumbersWhereThereAreSeveral() {
        assertThat(answers(List.of(NAME, NICK), "7", "2"))
                .hasValue(RenameAnswers.NONE.andRenamed("users.name", "nick"));
        assertThat(err.toString().lines())
                .containsExactly(
                        "What became of column users.name?",
                        "  1  users.full_name (86 % alike)",
                        "  2  users.nick (63 % alike)",
                        "  0  it was not renamed, and is dropped",
                        "Please answer with a number from 0 to 2.");
        assertThat(answers(List.of(NAME, NICK), "0")).hasValue(RenameAnswers.NONE.andDropped("users.name"));
    }

    @Test
    void offersNothingTwice() {
        assertThat(answers(List.of(LABEL, NAME, NICK), "y", "y"))
                .hasValue(RenameAnswers.NONE.andRenamed("users.label", "nick").andRenamed("users.name", "full_name"));
    }

    @Test
    void asksAboutTablesBeforeTheirColumns() {
        assertThat(answers(List.of(TABLE, NAME), "y")).hasValue(RenameAnswers.NONE.andRenamed("users", "accounts"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void givesUpWhenThePersonIsGone() {
        assertThat(answers(List.of(NAME))).isEmpty();
        assertThat(answers(List.of(NAME, NICK))).isEmpty();
    }

    private Optional<RenameAnswers> answers(List<RenameCandidate> candidates, String... lines) {
        Queue<String> typed = new ArrayDeque<>(List.of(lines));
        RenameQuestions questions = new RenameQuestions(
                question -> {
                    asked.add(question);
                    return typed.poll();
                },
                new PrintWriter(err, true));
        return questions.ask(candidates, RenameAnswers.NONE);
    }
}
