package dev.aludel.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a database holds, as sorted lines of text that PostgreSQL's own functions print: the oracle of the laws. It shares
 * nothing with the reader that it judges.
 *
 * <p>Left out is what is not meaning: the order of a table's columns, the names of not-null constraints (PostgreSQL 18 stores
 * them), and Aludel's own table.
 */
public record CatalogSnapshot(List<String> lines) {

    /** What an empty database holds. */
    public static final CatalogSnapshot EMPTY = new CatalogSnapshot(List.of());

    public CatalogSnapshot {
        lines = List.copyOf(lines);
    }

    /** Reads the whole database. */
    public static CatalogSnapshot of(TestDatabase database) {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // no schema on the path: every name is printed with its own
            statement.execute("set local search_path = ''");
            for (String query : CatalogQueries.ALL) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        lines.add(rows.getString(1).replace('\n', ' '));
                    }
                }
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new CatalogSnapshot(lines.stream().sorted().toList());
    }

    /** The lines that only one of the two has: with {@code -} those that are missing here, with {@code +} those too many. */
    public String differenceFrom(CatalogSnapshot expected) {
        List<String> missing = new ArrayList<>(expected.lines);
        lines.forEach(missing::remove);
        List<String> surplus = new ArrayList<>(lines);
        expected.lines.forEach(surplus::remove);
        List<String> difference = new ArrayList<>();
        missing.forEach(line -> difference.add("- " + line));
        surplus.forEach(line -> difference.add("+ " + line));
        return difference.stream()
                .sorted(java.util.Comparator.comparing((String line) -> line.substring(2))
                        .thenComparing(line -> line.startsWith("+")))
                .collect(Collectors.joining("\n"));
    }

    /** The same with other names: each whole word is replaced, all at once. */
    public CatalogSnapshot renamed(Map<String, String> names) {
        if (names.isEmpty()) {
            return this;
        }
        Pattern words = Pattern.compile(
                names.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(", ")\\b")));
        return new CatalogSnapshot(lines.stream()
                .map(line -> words.matcher(line)
                        .replaceAll(word -> Matcher.quoteReplacement(Objects.requireNonNull(names.get(word.group())))))
                .sorted()
                .toList());
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
