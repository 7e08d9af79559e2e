package dev.aludel.compare;

/** What becomes of a table, a column or a sequence that may have been renamed, where nobody said so. */
public enum RenamePolicy {
    /** Whoever is at the terminal is asked; without one nothing is written, and the candidates are named. */
    ASK,
    /** The old one is dropped and the new one made; the hazard says what is lost. */
    DROP
}
