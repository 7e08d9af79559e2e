package dev.aludel.dialect;

import java.util.List;

/**
 * What became of a statement.
 *
 * @param remedies statements that have to run first: they finish what is half done, or clear it away
 * @param evidence what the catalogue says, as a sentence
 */
public record Outcome(Verdict verdict, List<String> remedies, String evidence) {

    /** Whether it took effect. */
    public enum Verdict {
        /** It did, with the remedies. */
        DONE,
        /** It did not, or may be repeated, after the remedies. */
        UNDONE,
        /** The catalogue does not tell. */
        UNKNOWN
    }

    public Outcome {
        remedies = List.copyOf(remedies);
    }

    public static Outcome done(String evidence, String... remedies) {
        return new Outcome(Verdict.DONE, List.of(remedies), evidence);
    }

    public static Outcome undone(String evidence, String... remedies) {
        return new Outcome(Verdict.UNDONE, List.of(remedies), evidence);
    }

    public static Outcome unknown(String evidence) {
        return new Outcome(Verdict.UNKNOWN, List.of(), evidence);
    }
}
