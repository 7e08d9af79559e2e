package dev.aludel.hazard;

import org.jspecify.annotations.Nullable;

/**
 * Something of a revision that one should know before it runs.
 *
 * @param location the file or class
 * @param line of the file on which the statement begins; 0 for a class
 * @param code of the hazard; {@code statement-fails} or {@code invalid-allow} for what is wrong with the script itself
 * @param safe what to do instead; may be empty
 * @param rows how many rows of the database are concerned; null where nobody counted
 * @param allowed why the script allows it; null where it does not
 */
public record HazardFinding(
        String revision,
        String location,
        int line,
        String code,
        Severity severity,
        String message,
        String safe,
        @Nullable Long rows,
        @Nullable String allowed) {

    /** The code of a statement that fails on the scratch database. */
    public static final String STATEMENT_FAILS = "statement-fails";

    /** The code of an {@code allow} that allows nothing. */
    public static final String INVALID_ALLOW = "invalid-allow";

    /** Whether it is to be seen to. */
    public boolean isOpen() {
        return allowed == null;
    }
}
