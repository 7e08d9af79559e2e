package dev.aludel.dialect;

/**
 * One thing that was examined before it becomes a failure.
 *
 * @param subject what it is about, such as {@code privileges}
 * @param message what was found
 * @param remedy what to do; empty where nothing is
 */
public record Diagnosis(String subject, Verdict verdict, String message, String remedy) {

    /** How it is. */
    public enum Verdict {
        OK,
        /** It works, and may surprise. */
        NOTE,
        /** Something will fail. */
        PROBLEM
    }

    public static Diagnosis ok(String subject, String message) {
        return new Diagnosis(subject, Verdict.OK, message, "");
    }

    public static Diagnosis note(String subject, String message, String remedy) {
        return new Diagnosis(subject, Verdict.NOTE, message, remedy);
    }

    public static Diagnosis problem(String subject, String message, String remedy) {
        return new Diagnosis(subject, Verdict.PROBLEM, message, remedy);
    }

    public boolean isProblem() {
        return verdict == Verdict.PROBLEM;
    }
}
