package dev.aludel.runner;

import dev.aludel.dialect.Catalog;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
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
    private final ObjectName versionTable;

    CompareFilter(CompareSettings settings, ObjectName versionTable) {
        this.included = any(settings.include());
        this.excluded = any(settings.exclude());
        this.versionTable = versionTable;
    }

    Schema filter(Schema schema) {
        return schema.withTables(kept(schema.tables(), Table::name))
                .withSequences(kept(schema.sequences(), Sequence::name))
                .withViews(kept(schema.views(), View::name))
                .withTypes(kept(schema.types(), UserType::name));
    }

    Catalog filter(Catalog catalog) {
        List<SchemaObject> others = catalog.others().stream()
                .filter(other -> compared(other.name()))
                .toList();
        return new Catalog(filter(catalog.schema()), others, catalog.serverVersion());
    }

    private <T> List<T> kept(List<T> objects, Function<T, ObjectName> name) {
        return objects.stream().filter(object -> compared(name.apply(object))).toList();
    }

    private boolean compared(ObjectName name) {
        if (name.equals(versionTable)) {
            return false;
        }
        return matches(included, name) && !matches(excluded, name);
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
