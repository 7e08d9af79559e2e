package dev.aludel.command;

import java.util.ArrayList;
import java.util.List;

/** The words of a line as a POSIX shell sees them: {@code revision -m 'add email'} is three. */
public final class ShellWords {

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int position;
    private boolean open;

    private ShellWords(String line) {
        this.line = line;
    }

    public static List<String> of(String line) {
        return new ShellWords(line).split();
    }

    private List<String> split() {
        while (position < line.length()) {
            char character = line.charAt(position++);
            if (Character.isWhitespace(character)) {
                end();
            } else {
                open = true;
                take(character);
            }
        }
        end();
        return List.copyOf(words);
    }

    private void take(char character) {
        if (character == '\'' || character == '"') {
            quoted(character);
        } else if (character == '\\' && position < line.length()) {
            word.append(line.charAt(position++));
        } else {
            word.append(character);
        }
    }

    /** Until the quote is closed; within double quotes a backslash keeps a quote or a backslash from its meaning. */
    private void quoted(char quote) {
        while (position < line.length()) {
            char character = line.charAt(position++);
            if (character == quote) {
                return;
            }
            if (quote == '"' && character == '\\' && position < line.length() && escapable(line.charAt(position))) {
                word.append(line.charAt(position++));
            } else {
                word.append(character);
            }
        }
    }

    private static boolean escapable(char character) {
        return character == '"' || character == '\\';
    }

    private void end() {
        if (open) {
            words.add(word.toString());
            word.setLength(0);
            open = false;
        }
    }
}
