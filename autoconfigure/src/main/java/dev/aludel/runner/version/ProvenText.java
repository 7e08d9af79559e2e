package dev.aludel.runner.version;

import dev.aludel.dialect.ProvenExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Proven pairs as text: a line each, its four fields parted by tabs, with backslash escapes. */
public final class ProvenText {

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,4}");

    private ProvenText() {}

    public static String print(List<ProvenExpression> proven) {
        return proven.stream()
                .map(pair -> String.join(
                        "\t",
                        escape(pair.place()),
                        escape(pair.declared()),
                        escape(pair.stored()),
                        String.valueOf(pair.serverVersion())))
                .collect(Collectors.joining("\n"));
    }

    /** Empty where it is nothing that was printed. */
    public static Optional<List<ProvenExpression>> parse(String text) {
        List<ProvenExpression> proven = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] fields = line.split("\t", -1);
            if (fields.length != 4 || !VERSION.matcher(fields[3]).matches()) {
                return Optional.empty();
            }
            proven.add(new ProvenExpression(
                    unescape(fields[0]), unescape(fields[1]), unescape(fields[2]), Integer.parseInt(fields[3])));
        }
        return Optional.of(List.copyOf(proven));
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped) {
                plain.append(c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c);
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
