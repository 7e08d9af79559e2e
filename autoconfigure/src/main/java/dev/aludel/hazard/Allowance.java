package dev.aludel.hazard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a script says of a hazard that its author knows of: {@code -- allow: create-index the table is small}.
 *
 * @param code the hazard's; null where there is no such hazard
 * @param text as it was written
 */
public record Allowance(@Nullable HazardCode code, String reason, String text) {

    private static final String MARK = "allow:";

    /** What stands behind the mark. */
    public static Allowance of(String text) {
        String[] words = text.strip().split("\\s+", 2);
        return new Allowance(
                HazardCode.of(words[0]).orElse(null), words.length > 1 ? words[1].strip() : "", text.strip());
    }

    /** Of a line of comment, if it is one. */
    public static Optional<Allowance> ofComment(String comment) {
        return comment.startsWith(MARK) ? Optional.of(of(comment.substring(MARK.length()))) : Optional.empty();
    }

    public boolean allows(HazardCode hazard) {
        return code == hazard && !reason.isEmpty();
    }

    /** What is wrong with it, if anything is. */
    public Optional<String> mistake() {
        if (code == null) {
            return Optional.of("'allow: " + text + "' names no hazard.");
        }
        return reason.isEmpty() ? Optional.of("'allow: " + text + "' gives no reason.") : Optional.empty();
    }
}
