package dev.aludel.metamodel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.mapping.Column;

/**
 * Names as the database stores them, from names as Hibernate writes them: {@code userName} without quotes is stored as
 * {@code username}, {@code "userName"} as it stands.
 */
final class Names {

    /** What may stand without quotes (PostgreSQL manual, Lexical Structure). Only its ASCII letters are folded in UTF-8. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_\\x{80}-\\x{10FFFF}][A-Za-z0-9_$\\x{80}-\\x{10FFFF}]*");

    /** Hibernate's prefix and an MD5 in base 35, such as {@code FK7o8dkcxgtqgmasxj8ddy7v2e0}. */
    private static final Pattern HASHED = Pattern.compile("\"?(FK|UK|IDX)[0-9a-y]{18,25}\"?", Pattern.CASE_INSENSITIVE);

    private static final int MAXIMUM = 63;

    private Names() {}

    static String of(Identifier identifier) {
        return identifier.isQuoted() ? unescaped(identifier.getText()) : stored(identifier.getText());
    }

    static String of(Column column) {
        return column.isQuoted() ? unescaped(column.getName()) : stored(column.getName());
    }

    /** From text that Hibernate prints as it is: in the quotes of SQL or of Hibernate, or plain. */
    static String ofPrinted(String text) {
        if (text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")) {
            return unescaped(text.substring(1, text.length() - 1));
        }
        if (text.length() > 2 && text.startsWith("`") && text.endsWith("`")) {
            return unescaped(text.substring(1, text.length() - 1));
        }
        return stored(text);
    }

    /** Whether the text is a name, in quotes or such as needs none. */
    static boolean isName(String text) {
        boolean quoted = text.length() > 2 && text.startsWith("\"") && text.indexOf('"', 1) == text.length() - 1;
        return quoted || PLAIN.matcher(text).matches();
    }

    /** From such names with commas between them. */
    static List<String> ofPrintedList(String texts) {
        return Arrays.stream(texts.split(","))
                .map(String::trim)
                .map(Names::ofPrinted)
                .toList();
    }

    /** Hibernate puts quotes around a name and escapes nothing: a quote within it is doubled in the mapping already. */
    private static String unescaped(String text) {
        return text.replace("\"\"", "\"");
    }

    /** Whether Hibernate made the name from the names of table and columns. */
    static boolean isGenerated(String text) {
        return HASHED.matcher(text).matches();
    }

    /** What PostgreSQL keeps of a name: 63 bytes, and never half a letter. */
    static String kept(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(UTF_8).length > MAXIMUM) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }

    /** A name that could not stand without quotes, such as {@code first-name}, was meant as it is. */
    private static String stored(String text) {
        return PLAIN.matcher(text).matches() ? lowerCase(text) : text;
    }

    private static String lowerCase(String text) {
        StringBuilder folded = new StringBuilder(text);
        for (int at = 0; at < folded.length(); at++) {
            char letter = folded.charAt(at);
            if (letter >= 'A' && letter <= 'Z') {
                folded.setCharAt(at, (char) (letter - 'A' + 'a'));
            }
        }
        return folded.toString();
    }
}
