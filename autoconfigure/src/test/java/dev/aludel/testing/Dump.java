package dev.aludel.testing;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of {@code pg_dump --schema-only} as a set of statements: without comments and settings, and the lines of a table in
 * the order of their text, since the order of columns is no meaning.
 */
public record Dump(List<String> statements) {

    /** Those that only say how the dump itself is to be read. */
    private static final Pattern PRELUDE = Pattern.compile(
            "^(SET |SELECT pg_catalog\\.set_config|\\\\(un)?restrict|CREATE SCHEMA public;|ALTER SCHEMA public)");

    private static final Pattern END = Pattern.compile(";\\n");

    /** The names of not-null constraints, which 18 prints where they are not those it would choose. */
    private static final Pattern NAMED_NOT_NULL = Pattern.compile("CONSTRAINT \\S+ NOT NULL");

    private static final Pattern PARAMETERS = Pattern.compile("^WITH \\((.*)\\)");

    public Dump {
        statements = List.copyOf(statements);
    }

    /** Of the text that the program printed. */
    public static Dump of(String text) {
        String plain = text.lines()
                .filter(line -> !line.startsWith("--") && !line.isBlank() && !line.startsWith("\\"))
                .collect(Collectors.joining("\n", "", "\n"));
        return new Dump(END.splitAsStream(plain)
                .map(statement -> statement.strip() + ";")
                .filter(statement ->
                        statement.length() > 1 && !PRELUDE.matcher(statement).find())
                .map(statement -> statement.startsWith("CREATE TABLE") ? sorted(statement) : statement)
                .sorted()
                .toList());
    }

    private static String sorted(String table) {
        return Arrays.stream(
                        NAMED_NOT_NULL.matcher(table).replaceAll("NOT NULL").split("\n"))
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .map(line ->
                        PARAMETERS.matcher(line).replaceFirst(found -> Matcher.quoteReplacement(parameters(found))))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** {@code WITH (fillfactor='70', autovacuum_enabled='false')} in the order of the names, since theirs is no meaning either. */
    private static String parameters(MatchResult with) {
        return Arrays.stream(with.group(1).split(", ")).sorted().collect(Collectors.joining(", ", "WITH (", ")"));
    }

    @Override
    public String toString() {
        return String.join("\n", statements);
    }
}
