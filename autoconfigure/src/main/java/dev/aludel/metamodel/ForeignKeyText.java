package dev.aludel.metamodel;

import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ForeignKey.Action;
import dev.aludel.schema.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a foreign key that users write as SQL: options, and {@code @ForeignKey(foreignKeyDefinition)}. */
final class ForeignKeyText {

    private static final String NAME = "(?:\"[^\"]+\"|[^\\s(),.\"]+)";
    private static final String COLUMNS = "\\(([^)]*)\\)";
    private static final Pattern DEFINITION = Pattern.compile(
            "\\s*foreign\\s+key\\s*" + COLUMNS + "\\s*references\\s+(?:(" + NAME + ")\\s*\\.\\s*)?(" + NAME + ")\\s*(?:"
                    + COLUMNS + ")?(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile(
            "\\bon\\s+(delete|update)\\s+(no\\s+action|restrict|cascade|set\\s+null|set\\s+default)\\b(?:\\s*" + COLUMNS
                    + ")?",
            Pattern.CASE_INSENSITIVE);

    /** What is quoted stays, also where it looks like a comment. */
    private static final Pattern COMMENT =
            Pattern.compile("(\"[^\"]*\"|'[^']*')|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private ForeignKeyText() {}

    /** The key with actions and the rest of its options from text such as {@code on delete cascade deferrable}. */
    static ForeignKey withOptions(ForeignKey key, String text) {
        String rest = ACTION.matcher(text).replaceAll(" ").trim().replaceAll("\\s+", " ");
        return new ForeignKey(
                        key.name(),
                        key.columns(),
                        key.target(),
                        key.targetColumns(),
                        action(text, "delete"),
                        action(text, "update"),
                        rest)
                .withDeleteColumns(deleteColumns(text));
    }

    /** The key that free text defines. Where the text spells no target columns, the primary key is meant. */
    static ForeignKey ofDefinition(
            String text, ConstraintName name, org.hibernate.mapping.ForeignKey key, Mapping mapping) {
        Matcher parts = DEFINITION.matcher(withoutComments(text));
        if (!parts.matches()) {
            throw new UnsupportedMappingException("The foreign key '" + name + "' of table '"
                    + mapping.names().of(key.getTable()) + "' is defined as '" + text.trim()
                    + "', which does not read as 'foreign key (columns) references table (columns)'."
                    + " Write its foreignKeyDefinition in that form.");
        }
        ObjectName target = ObjectName.of(schema(parts.group(2), mapping), Names.ofPrinted(parts.group(3)));
        List<String> targetColumns =
                Optional.ofNullable(parts.group(4)).map(Names::ofPrintedList).orElseGet(() -> primaryKey(key, mapping));
        return withOptions(
                ForeignKey.of(name, Names.ofPrintedList(parts.group(1)), target, targetColumns), parts.group(5));
    }

    private static String withoutComments(String text) {
        return COMMENT.matcher(text)
                .replaceAll(found -> found.group(1) == null ? " " : Matcher.quoteReplacement(found.group(1)));
    }

    private static String schema(@Nullable String printed, Mapping mapping) {
        String schema = printed == null ? "" : Names.ofPrinted(printed);
        return schema.equals(mapping.names().defaultSchema()) ? "" : schema;
    }

    private static List<String> primaryKey(org.hibernate.mapping.ForeignKey key, Mapping mapping) {
        return mapping.order().columns(key.getReferencedTable().getPrimaryKey()).stream()
                .map(Names::of)
                .toList();
    }

    private static List<String> deleteColumns(String text) {
        return ACTION.matcher(text)
                .results()
                .filter(result -> result.group(1).equalsIgnoreCase("delete") && result.group(3) != null)
                .map(result -> Names.ofPrintedList(result.group(3)))
                .findFirst()
                .orElse(List.of());
    }

    private static Action action(String text, String event) {
        return ACTION.matcher(text)
                .results()
                .filter(result -> result.group(1).equalsIgnoreCase(event))
                .map(result -> result.group(2).toUpperCase(Locale.ROOT).replaceAll("\\s+", "_"))
                .map(Action::valueOf)
                .reduce(Action.NO_ACTION, (first, second) -> second);
    }
}
