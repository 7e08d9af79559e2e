package dev.aludel.hazard;

import dev.aludel.schema.ObjectName;
import dev.aludel.text.OneLine;
import dev.aludel.text.SqlComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A hazard as the comments above a statement say it, with what to do instead on a line of its own:
 *
 * <pre>{@code
 * -- hazard create-index (users): Creating index 'users_email' on 'users' blocks writes.
 * --     create index concurrently users_email on users (email);
 * }</pre>
 *
 * <p>What {@link #lines()} prints, {@link #parse(List)} reads back, whatever the name of the object is.
 *
 * @param object the table, or what else it is about
 * @param message one line
 * @param safe one line; empty where the message says all
 */
public record HazardComment(HazardCode code, ObjectName object, String message, String safe) {

    private static final String MARK = "hazard ";
    private static final String OPEN = " (";
    private static final String CLOSE = "): ";
    private static final String INDENT = "    ";

    /** Returns the comment of a hazard. */
    public static HazardComment of(Hazard hazard) {
        return new HazardComment(hazard.kind(), hazard.object(), hazard.message(), hazard.safe());
    }

    /** Returns the lines, without the dashes of a comment. */
    public List<String> lines() {
        String first = MARK + code.code() + OPEN + escaped(object.spelled()) + CLOSE + OneLine.of(message);
        return safe.isEmpty() ? List.of(first) : List.of(first, INDENT + SqlComment.quiet(safe));
    }

    /**
     * Reads the hazards among the lines of a comment.
     *
     * @param comments in order, without their dashes
     */
    public static List<HazardComment> parse(List<String> comments) {
        List<HazardComment> parsed = new ArrayList<>();
        for (int at = 0; at < comments.size(); at++) {
            String next = at + 1 < comments.size() ? comments.get(at + 1) : "";
            String safe = first(next).isPresent() || Allowance.ofComment(next).isPresent() ? "" : next.strip();
            first(comments.get(at))
                    .map(hazard -> new HazardComment(hazard.code(), hazard.object(), hazard.message(), safe))
                    .ifPresent(parsed::add);
        }
        return parsed;
    }

    /** Reads a hazard's first line. */
    private static Optional<HazardComment> first(String line) {
        int open = line.indexOf(OPEN, MARK.length());
        int close = line.indexOf(CLOSE, open);
        if (!line.startsWith(MARK) || open < 0 || close < 0) {
            return Optional.empty();
        }
        ObjectName object = ObjectName.parse(unescaped(line.substring(open + OPEN.length(), close)));
        String message = line.substring(close + CLOSE.length());
        return HazardCode.of(line.substring(MARK.length(), open))
                .map(code -> new HazardComment(code, object, message, ""));
    }

    /** Spells a name so that it ends neither the line nor the parentheses, by the escapes that Java has for characters. */
    private static String escaped(String name) {
        StringBuilder escaped = new StringBuilder(name.length());
        name.codePoints().forEach(character -> {
            if (character == '\\' || character == ')' || !OneLine.isPlain(character)) {
                new String(Character.toChars(character))
                        .chars()
                        .forEach(unit -> escaped.append("\\u%04X".formatted(unit)));
            } else {
                escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    private static String unescaped(String text) {
        StringBuilder name = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            if (isEscape(text, at)) {
                name.append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
                at += 6;
            } else {
                name.append(text.charAt(at));
                at++;
            }
        }
        return name.toString();
    }

    private static boolean isEscape(String text, int at) {
        return text.startsWith("\\u", at)
                && text.length() >= at + 6
                && text.substring(at + 2, at + 6).chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
    }
}
