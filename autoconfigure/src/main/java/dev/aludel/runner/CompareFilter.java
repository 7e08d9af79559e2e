package dev.aludel.runner;

import dev.aludel.dialect.Catalog;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which tables and sequences are compared, by name. */
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
        return new Schema(
                schema.namespaces(),
                schema.tables().stream().filter(table -> compared(table.name())).toList(),
                schema.sequences().stream()
                        .filter(sequence -> compared(sequence.name()))
                        .toList(),
                schema.views().stream().filter(view -> compared(view.name())).toList());
    }

    Catalog filter(Catalog catalog) {
        List<SchemaObject> others = catalog.others().stream()
                .filter(other -> compared(other.name()))
                .toList();
        return new Catalog(filter(catalog.schema()), others, catalog.serverVersion());
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
