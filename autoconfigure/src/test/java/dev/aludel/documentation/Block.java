package dev.aludel.documentation;

/**
 * A fenced block of a page.
 *
 * @param page the page's name, such as {@code docs/tutorial.md}
 * @param line the line of its fence, from 1
 * @param language what the fence says, such as {@code sql}; empty where it says nothing
 * @param note the comment above it, which a reader does not see; empty where there is none
 * @param text the lines between the fences, without their indentation
 */
public record Block(String page, int line, String language, String note, String text) {

    private static final String GIVEN = "given:";

    /** Returns the statements that lead to the database in which the block runs. */
    String given() {
        return note.startsWith(GIVEN) ? note.substring(GIVEN.length()) : "";
    }

    /** Names the block in a report. */
    @Override
    public String toString() {
        return page + ":" + line;
    }
}
