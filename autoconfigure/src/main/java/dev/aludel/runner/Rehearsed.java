package dev.aludel.runner;

import dev.aludel.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What revisions led an empty database to.
 *
 * @param before what it held when what comes before them had run
 * @param after what it held when they had run
 * @param back what it held when they were taken back; null where they cannot be
 * @param created what they made Aludel's
 */
public record Rehearsed(
        Contents before, Contents after, @Nullable Contents back, List<SchemaObject> created) {

    public Rehearsed {
        created = List.copyOf(created);
    }

    /**
     * How another way leads elsewhere, a line each.
     *
     * @param again the outcome of this way once more
     */
    public List<String> differencesOf(Rehearsed other, Rehearsed again) {
        List<String> differences = new ArrayList<>(after.differencesOf(other.after, again.after));
        if (back != null && other.back != null && again.back != null) {
            back.differencesOf(other.back, again.back).forEach(line -> differences.add("taken back, " + line));
        }
        return differences;
    }
}
