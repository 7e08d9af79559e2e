package dev.aludel.script;

import java.util.Arrays;

/** The text of a script by its lines, from 1. Every line end is {@code \n}; a byte order mark is passed over. */
final class ScriptText {

    private final String text;
    private final int[] starts;

    private ScriptText(String text) {
        this.text = text;
        int[] found = new int[64];
        int count = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
            found[count++] = end + 1;
        }
        this.starts = Arrays.copyOf(found, count);
    }

    static ScriptText of(String content) {
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        return new ScriptText(
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** The number of lines; a line end at the end begins another one. */
    int count() {
        return starts.length;
    }

    private int end(int line) {
        return line == starts.length ? text.length() : starts[line] - 1;
    }

    String line(int line) {
        return text.substring(starts[line - 1], end(line));
    }

    boolean isBlank(int line) {
        int end = end(line);
        for (int i = starts[line - 1]; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a line is a comment, and so may be a header or a marker. */
    boolean isComment(int line) {
        int end = end(line);
        int i = starts[line - 1];
        while (i < end && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < end && text.startsWith("--", i);
    }

    /** Some lines, without white space at their end. */
    String between(int first, int last) {
        return first > last ? "" : text.substring(starts[first - 1], end(last)).stripTrailing();
    }

    /** The line on which a character stands. */
    int lineOf(int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int indexOf(char character) {
        return text.indexOf(character);
    }

    String all() {
        return text;
    }
}
