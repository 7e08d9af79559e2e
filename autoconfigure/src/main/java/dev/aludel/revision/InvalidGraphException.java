package dev.aludel.revision;

import dev.aludel.AludelException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The revisions do not make a graph. Where one thing is wrong, a subclass says what; where several are, this class holds
 * them all.
 */
public class InvalidGraphException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<InvalidGraphException> findings;
    private final transient List<String> revisions;

    InvalidGraphException(String message, List<String> revisions) {
        super(message);
        this.revisions = List.copyOf(revisions);
        this.findings = List.of();
    }

    private InvalidGraphException(List<InvalidGraphException> findings) {
        super(findings.size() + " things are wrong with the revisions: " + numbered(findings));
        this.findings = List.copyOf(findings);
        this.revisions = findings.stream()
                .flatMap(finding -> finding.revisions().stream())
                .distinct()
                .toList();
    }

    /** One exception for all that was found: the finding itself where there is one. */
    static InvalidGraphException of(List<InvalidGraphException> findings) {
        return findings.size() == 1 ? findings.get(0) : new InvalidGraphException(findings);
    }

    /** All that is wrong: this exception itself where it is one thing. */
    public List<InvalidGraphException> findings() {
        return findings.isEmpty() ? List.of(this) : findings;
    }

    /** The ids of the revisions at fault. */
    public List<String> revisions() {
        return revisions;
    }

    private static String numbered(List<InvalidGraphException> findings) {
        return IntStream.range(0, findings.size())
                .mapToObj(i -> "(" + (i + 1) + ") " + findings.get(i).getMessage())
                .collect(Collectors.joining(" "));
    }
}
