package dev.aludel.command;

import dev.aludel.AludelException;
import dev.aludel.diff.RenameCandidate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What goes and what comes may be the same under another name, and nobody said whether it is. Nothing was written. */
public final class RenameCandidatesException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<RenameCandidate> candidates;

    RenameCandidatesException(List<RenameCandidate> candidates) {
        super(message(candidates));
        this.candidates = List.copyOf(candidates);
    }

    /** The candidates; of those of one old name the likeliest first. */
    public List<RenameCandidate> candidates() {
        return candidates;
    }

    private static String message(List<RenameCandidate> candidates) {
        Map<String, List<RenameCandidate>> byName = candidates.stream()
                .collect(Collectors.groupingBy(RenameCandidate::before, LinkedHashMap::new, Collectors.toList()));
        return "No revision was written, since only you know what was renamed: "
                + byName.values().stream()
                        .map(RenameCandidatesException::question)
                        .collect(Collectors.joining(" "))
                + " Where it was not renamed, its values are lost.";
    }

    private static String question(List<RenameCandidate> candidates) {
        RenameCandidate first = candidates.get(0);
        String targets = candidates.stream()
                .map(candidate -> "'" + candidate.after() + "'")
                .collect(Collectors.joining(" or "));
        String annotation = first.annotation().isEmpty() ? "" : " or " + first.annotation();
        return "%s '%s' may have become %s: say %s%s, or %s."
                .formatted(
                        capital(first.kind().label()),
                        first.before(),
                        targets,
                        first.renameOption(),
                        annotation,
                        first.dropOption());
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
