package dev.aludel.runner;

import dev.aludel.SchemaFilter;
import dev.aludel.dialect.Catalog;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UserType;
import dev.aludel.schema.View;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which tables, sequences and types are compared, by name. */
final class CompareFilter {

    private final Predicate<String> included;
    private final Predicate<String> excluded;
    private final List<SchemaFilter> filters;
    private final ObjectName versionTable;

    CompareFilter(CompareSettings settings, List<SchemaFilter> filters, ObjectName versionTable) {
        this.filters = filters;
        this.included = any(settings.include());
        this.excluded = any(settings.exclude());
        this.versionTable = versionTable;
    }

    Schema filter(Schema schema) {
        return schema.withTables(kept(schema.tables(), Kind.TABLE, Table::name).stream()
                        .map(this::filter)
                        .toList())
                .withSequences(kept(schema.sequences(), Kind.SEQUENCE, Sequence::name))
                .withViews(kept(schema.views(), Kind.VIEW, View::name))
                .withTypes(kept(schema.types(), Kind.TYPE, UserType::name));
    }

    /** Patterns are about tables; a filter may leave out an index alone. */
    private Table filter(Table table) {
        return filters.isEmpty()
                ? table
                : table.withIndexes(table.indexes().stream()
                        .filter(index -> passes(new SchemaObject(
                                Kind.INDEX, table.name().sibling(index.name().text()))))
                        .toList());
    }

    Catalog filter(Catalog catalog) {
        List<SchemaObject> others =
                catalog.others().stream().filter(this::compared).toList();
        return new Catalog(filter(catalog.schema()), others, catalog.serverVersion());
    }

    private <T> List<T> kept(List<T> objects, Kind kind, Function<T, ObjectName> name) {
        return objects.stream()
                .filter(object -> compared(new SchemaObject(kind, name.apply(object))))
                .toList();
    }

    boolean compared(SchemaObject object) {
        ObjectName name = object.name();
        if (name.equals(versionTable)) {
            return false;
        }
        return matches(included, name) && !matches(excluded, name) && passes(object);
    }

    private boolean passes(SchemaObject object) {
        return filters.stream().allMatch(filter -> filter.isCompared(object));
    }

    /** A pattern without a schema holds for a name in any schema. */
    private static boolean matches(Predicate<String> pattern, ObjectName name) {
        return pattern.test(name.toString()) || pattern.test(name.name());
    }

    private static Predicate<String> any(List<String> patterns) {
        String alternatives = patterns.stream().map(CompareFilter::regex).collect(Collectors.joining("|"));
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE).asMatchPredicate();
    }

    private static String regex(String pattern) {
        return pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
    }
}
