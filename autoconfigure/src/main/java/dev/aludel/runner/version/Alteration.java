package dev.aludel.runner.version;

import dev.aludel.runner.Finding;
import dev.aludel.runner.session.Sentences;

/**
 * Something in the version table that no revision's run has written.
 *
 * @param code stable, as {@link Finding#code()}
 * @param revision its id; empty where the row has none
 * @param fact a sentence
 * @param remedy a sentence with the statement or command to run
 */
public record Alteration(String code, String revision, String fact, String remedy) {

    static final String ROW = "altered-row";
    static final String ANCESTOR = "missing-ancestor";

    /** Both, on one line whatever a row holds. */
    public String text() {
        return Sentences.visible(fact + " " + remedy);
    }
}
