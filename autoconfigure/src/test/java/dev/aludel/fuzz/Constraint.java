package dev.aludel.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A unique constraint or an index of a table.
 *
 * @param form an annotation of {@code @Table}, with {@code {}} for a name and {@code <>} for the columns
 * @param columns which of the entity's columns, by number
 */
record Constraint(String form, List<Integer> columns) {

    static Arbitrary<Constraint> arbitrary() {
        Arbitrary<String> forms = Arbitraries.of(
                "@Index(columnList = \"<>\")",
                "@Index(name = \"named_{}\", columnList = \"<>\")",
                "@Index(name = \"named_{}\", columnList = \"<> desc\")",
                "@Index(columnList = \"<>\", unique = true)",
                "@Index(name = \"named_{}\", columnList = \"<>\", unique = true)",
                "@Index(name = \"named_{}\", columnList = \"<>\", options = \"with (fillfactor = 70)\")",
                "@Index(name = \"named_{}\", columnList = \"(lower(<text>))\")",
                "@Index(name = \"named_{}\", columnList = \"(<number> + 1) desc, <>\")",
                "@UniqueConstraint(columnNames = {<>})",
                "@UniqueConstraint(name = \"named_{}\", columnNames = {<>})",
                "@UniqueConstraint(name = \"`Named {}`\", columnNames = {<>})",
                "@UniqueConstraint(name = \"named_{}\", columnNames = {<>}, options = \"deferrable initially deferred\")");
        return Combinators.combine(
                        forms,
                        Arbitraries.integers().between(0, 9).list().ofMinSize(1).ofMaxSize(3))
                .as(Constraint::new);
    }

    boolean isIndex() {
        return form.startsWith("@Index");
    }

    /** Nothing where the table lacks the columns. */
    Optional<String> in(Columns table, String name) {
        if (table.all.isEmpty()
                || (form.contains("<text>") && table.texts.isEmpty())
                || (form.contains("<number>") && table.numbers.isEmpty())) {
            return Optional.empty();
        }
        List<String> chosen = columns.stream()
                .map(number -> table.all.get(number % table.all.size()))
                .distinct()
                .toList();
        String list = isIndex()
                ? String.join(", ", chosen)
                : chosen.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
        return Optional.of(form.replace("{}", name)
                .replace("<>", list)
                .replace("<text>", first(table.texts))
                .replace("<number>", first(table.numbers)));
    }

    private static String first(List<String> columns) {
        return columns.isEmpty() ? "" : columns.get(0);
    }

    /** The columns of an entity's own table that constraints can name. */
    record Columns(List<String> all, List<String> numbers, List<String> texts) {}
}
