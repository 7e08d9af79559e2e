package dev.aludel.compare;

import dev.aludel.schema.ObjectName;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Patterns of names: {@code report_*}, {@code audit.*}, {@code "Odd.Name"}. {@code *} and {@code ?} are wildcards, and letter case
 * does not matter, but within double quotes, where a name stands as it is.
 */
final class NamePatterns {

    private final String ownSchema;
    private final List<Qualified> patterns;

    /** A pattern for the schema, which may be open, and one for the name. */
    private record Qualified(List<Pattern> parts) {

        boolean matches(String schema, String name) {
            Pattern last = parts.get(parts.size() - 1);
            return last.matcher(name).matches()
                    && (parts.size() == 1 || parts.get(0).matcher(schema).matches());
        }
    }

    /** @param ownSchema the schema of names that have none */
    NamePatterns(List<String> patterns, String ownSchema) {
        this.ownSchema = ownSchema;
        this.patterns = patterns.stream().map(Compiler::compile).toList();
    }

    /** Whether one of the patterns holds for the name; one without a schema holds in any schema. */
    boolean match(ObjectName name) {
        String schema = name.schema().isEmpty() ? ownSchema : name.schema();
        return patterns.stream().anyMatch(pattern -> pattern.matches(schema, name.name()));
    }

    /** Reads a pattern from left to right. */
    private static final class Compiler {

        private final StringBuilder part = new StringBuilder();
        private boolean quoted;

        static Qualified compile(String text) {
            return new Compiler().read(text);
        }

        private Qualified read(String text) {
            Pattern schema = null;
            int[] letters = text.codePoints().toArray();
            for (int at = 0; at < letters.length; at++) {
                boolean doubled = quoted && letters[at] == '"' && at + 1 < letters.length && letters[at + 1] == '"';
                if (doubled) {
                    add('"');
                    at++;
                } else if (letters[at] == '"') {
                    quoted = !quoted;
                } else if (letters[at] == '.' && !quoted && schema == null) {
                    schema = pattern();
                    part.setLength(0);
                } else {
                    add(letters[at]);
                }
            }
            return new Qualified(schema == null ? List.of(pattern()) : List.of(schema, pattern()));
        }

        private void add(int letter) {
            if (!quoted && letter == '*') {
                part.append(".*");
            } else if (!quoted && letter == '?') {
                part.append('.');
            } else {
                String literal = Pattern.quote(Character.toString(letter));
                part.append(quoted ? literal : "(?i:" + literal + ")");
            }
        }

        private Pattern pattern() {
            return Pattern.compile(part.toString(), Pattern.DOTALL | Pattern.UNICODE_CASE);
        }
    }
}
