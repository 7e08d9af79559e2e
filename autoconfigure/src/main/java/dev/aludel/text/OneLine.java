package dev.aludel.text;

/** A text as one line that a terminal, a log and a reader take for what it is. */
public final class OneLine {

    private OneLine() {}

    /**
     * Returns a text on one line. A line break of any kind becomes a space, with the white space around it; a character that a
     * terminal would obey or hide, such as an escape or one that turns the direction of writing, becomes {@code <U+001B>}.
     */
    public static String of(String text) {
        if (text.codePoints().allMatch(OneLine::isPlain)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (isBreak(character)) {
                at = endOfSpace(text, at);
                line.setLength(endOfText(line));
                line.append(' ');
            } else {
                line.append(visible(character));
                at += Character.charCount(character);
            }
        }
        return line.toString();
    }

    /** Tells whether a character stands for itself in a line: neither a line break nor one that a terminal would obey or hide. */
    public static boolean isPlain(int character) {
        if (character == '\t') {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> !isDeceptive(character);
            default -> true;
        };
    }

    /** Bidirectional controls, the byte order mark and tags; joiners, which some scripts are written with, are none. */
    private static boolean isDeceptive(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0xFEFF
                || character >= 0xE0000;
    }

    private static String visible(int character) {
        return isPlain(character) ? Character.toString(character) : "<U+%04X>".formatted(character);
    }

    private static boolean isBreak(int character) {
        return (character >= '\n' && character <= '\r')
                || character == 0x85
                || character == 0x2028
                || character == 0x2029;
    }

    private static boolean isSpace(int character) {
        return character == ' ' || character == '\t' || isBreak(character);
    }

    private static int endOfSpace(String text, int from) {
        int end = from;
        while (end < text.length() && isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int endOfText(StringBuilder line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }
}
