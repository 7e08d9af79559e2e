package dev.aludel.compare;

/** What to do about a table, a column or a sequence that may have been renamed. */
public enum RenamePolicy {
    /** Ask on a terminal. Elsewhere write nothing, and list the candidates. */
    ASK,
    /** Drop the old one and add the new one. A hazard says what is lost. */
    DROP
}
