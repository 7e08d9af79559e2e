package dev.aludel.runner;

import static java.util.stream.Collectors.toMap;

import dev.aludel.compare.Baseline;
import dev.aludel.dialect.Databases.Content;
import dev.aludel.runner.session.Sentences;
import dev.aludel.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a database holds, but for its version table.
 *
 * @param baseline what makes one like it
 * @param statements the same as SQL
 * @param contents its rows, positions and privileges
 */
public record Contents(Baseline baseline, List<String> statements, List<Content> contents) {

    public Contents {
        statements = List.copyOf(statements);
        contents = List.copyOf(contents);
    }

    /** Whether there are rows in a table. */
    public boolean hasRows() {
        return contents.stream().anyMatch(content -> content.count() > 0);
    }

    /** What neither statements nor rows tell of it. */
    public List<SchemaObject> untold() {
        return baseline.omitted();
    }

    /**
     * How another database differs from this one, a line each.
     *
     * @param again the same as this one once more, by which it is seen which rows are other ones each time, such as those with the
     *     time at which they came; of these only the number counts
     */
    public List<String> differencesOf(Contents other, Contents again) {
        List<String> differences = new ArrayList<>();
        minus(statements, other.statements).forEach(sql -> differences.add("missing: " + Sentences.statement(sql)));
        minus(other.statements, statements).forEach(sql -> differences.add("surplus: " + Sentences.statement(sql)));
        Map<String, Content> mine = byName(contents);
        Map<String, Content> theirs = byName(other.contents);
        Map<String, Content> same = byName(again.contents);
        Set<String> names = new TreeSet<>(mine.keySet());
        names.addAll(theirs.keySet());
        for (String name : names) {
            Content one = mine.get(name);
            Content two = theirs.get(name);
            boolean fickle = one != null && !one.equals(same.get(name));
            boolean equal = one != null && two != null && (fickle ? one.count() == two.count() : one.equals(two));
            if (!equal) {
                differences.add("other " + name);
            }
        }
        return differences;
    }

    private static List<String> minus(List<String> all, List<String> some) {
        Set<String> rest = new LinkedHashSet<>(all);
        some.forEach(rest::remove);
        return List.copyOf(rest);
    }

    private static Map<String, Content> byName(List<Content> contents) {
        return contents.stream().collect(toMap(Content::about, content -> content, (one, other) -> one));
    }
}
