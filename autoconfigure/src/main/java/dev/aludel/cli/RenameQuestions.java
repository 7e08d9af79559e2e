package dev.aludel.cli;

import dev.aludel.cli.Terminal.Prompt;
import dev.aludel.diff.RenameAnswers;
import dev.aludel.diff.RenameCandidate;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks a person what was renamed. Tables come before their columns: once it is known what became of a table, more follows by
 * itself, and other questions are left.
 */
final class RenameQuestions {

    private final Prompt prompt;
    private final PrintWriter err;

    RenameQuestions(Prompt prompt, PrintWriter err) {
        this.prompt = prompt;
        this.err = err;
    }

    /**
     * Asks about the candidates of the first kind.
     *
     * @param known what was answered before
     * @return more than before; empty when the person is gone
     */
    Optional<RenameAnswers> ask(List<RenameCandidate> candidates, RenameAnswers known) {
        RenameCandidate.Kind kind = candidates.get(0).kind();
        Map<String, List<RenameCandidate>> byName = candidates.stream()
                .filter(candidate -> candidate.kind() == kind)
                .collect(Collectors.groupingBy(RenameCandidate::before, LinkedHashMap::new, Collectors.toList()));
        RenameAnswers answers = known;
        Set<String> taken = new HashSet<>();
        for (List<RenameCandidate> all : byName.values()) {
            List<RenameCandidate> open = all.stream()
                    .filter(candidate -> !taken.contains(candidate.target()))
                    .toList();
            if (open.isEmpty()) {
                continue; // what is left of it is asked about in the next round, or is no question any more
            }
            Integer choice = open.size() == 1 ? yesOrNo(open.get(0)) : number(open);
            if (choice == null) {
                return Optional.empty();
            }
            if (choice == 0) {
                answers = answers.andDropped(open.get(0).before());
            } else {
                RenameCandidate chosen = open.get(choice - 1);
                taken.add(chosen.target());
                answers = answers.andRenamed(chosen.before(), chosen.after());
            }
        }
        return Optional.of(answers);
    }

    private @Nullable Integer yesOrNo(RenameCandidate candidate) {
        while (true) {
            String line = prompt.ask("Was %s %s renamed to %s (%d %% alike)? [Y/n] "
                    .formatted(candidate.kind().label(), candidate.before(), candidate.target(), candidate.score()));
            if (line == null) {
                return null;
            }
            switch (line.strip().toLowerCase(Locale.ROOT)) {
                case "", "y", "yes" -> {
                    return 1;
                }
                case "n", "no" -> {
                    return 0;
                }
                default -> err.println("Please answer y or n.");
            }
        }
    }

    private @Nullable Integer number(List<RenameCandidate> candidates) {
        RenameCandidate first = candidates.get(0);
        err.println("What became of %s %s?".formatted(first.kind().label(), first.before()));
        for (int i = 0; i < candidates.size(); i++) {
            RenameCandidate candidate = candidates.get(i);
            err.println("  %d  %s (%d %% alike)".formatted(i + 1, candidate.target(), candidate.score()));
        }
        err.println("  0  it was not renamed, and is dropped");
        while (true) {
            String line = prompt.ask("Number [1]: ");
            if (line == null) {
                return null;
            }
            String answer = line.strip();
            if (answer.isEmpty()) {
                return 1;
            }
            if (answer.matches("\\d{1,3}") && Integer.parseInt(answer) <= candidates.size()) {
                return Integer.valueOf(answer);
            }
            err.println("Please answer with a number from 0 to %d.".formatted(candidates.size()));
        }
    }
}
