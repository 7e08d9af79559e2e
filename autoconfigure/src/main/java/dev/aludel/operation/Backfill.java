package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows get values, some at a time, each batch in a transaction of its own, so that nobody waits for long.
 *
 * @param values expressions by column, in order
 * @param condition which rows need it; null for all
 * @param pace how the rows are taken
 */
public record Backfill(
        ObjectName table,
        Map<String, String> values,
        @Nullable String condition,
        Pace pace) implements Operation {

    /**
     * How rows are taken.
     *
     * @param key the columns of a unique key without nulls, in whose order the rows are taken; empty for the primary key
     * @param size how many rows at a time
     * @param pause how long others have the table for themselves after each batch
     */
    public record Pace(List<String> key, int size, Duration pause) {

        public static final int SIZE = 1_000;
        public static final Duration PAUSE = Duration.ofMillis(100);

        public Pace {
            key = List.copyOf(key);
        }

        /** A thousand rows at a time, a tenth of a second apart. */
        public static Pace by(List<String> key) {
            return new Pace(key, SIZE, PAUSE);
        }
    }

    public Backfill {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** What the rows held before is not known; where that matters the revision says so itself. */
    @Override
    public OnTheWayBack reverse() {
        return new OnTheWayBack(this);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.backfill(this);
    }

    @Override
    public String describe() {
        String assigned = values.entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining(", "));
        return "backfill " + table + ": " + assigned + (condition == null ? "" : " where " + condition);
    }
}
