package dev.aludel.ddl;

import dev.aludel.Operations;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.Backfill.Pace;
import dev.aludel.schema.ObjectName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that rows get, some rows at a time: {@link Operations#backfill}. */
public final class NewBackfill {

    private final ObjectName table;
    private final Map<String, String> values = new LinkedHashMap<>();
    private @Nullable String condition;
    private List<String> key = List.of();
    private int size = Pace.SIZE;
    private Duration pause = Pace.PAUSE;

    public NewBackfill(ObjectName table) {
        this.table = table;
    }

    /**
     * What a column gets, in SQL; may be said of several columns. {@code b.set("email", "lower(email)")}
     */
    public NewBackfill set(String column, String expression) {
        values.put(column, expression);
        return this;
    }

    /**
     * Which rows need it; all without it. {@code b.set("email", "''").where("email is null")}
     */
    public NewBackfill where(String sql) {
        condition = sql;
        return this;
    }

    /**
     * The columns of a unique key without nulls, in whose order the rows are taken; the primary key without it.
     * {@code b.set("email", "''").key("username")}
     */
    public NewBackfill key(String... columns) {
        key = List.of(columns);
        return this;
    }

    /**
     * How many rows each transaction takes; 1000 without it. {@code b.set("email", "''").batchSize(200)}
     */
    public NewBackfill batchSize(int rows) {
        size = rows;
        return this;
    }

    /**
     * How long others have the table for themselves after each batch; a tenth of a second without it.
     * {@code b.set("email", "''").pause(Duration.ofMillis(500))}
     */
    public NewBackfill pause(Duration duration) {
        pause = duration;
        return this;
    }

    public Backfill operation() {
        if (values.isEmpty() || size < 1 || pause.isNegative()) {
            throw new IllegalStateException(
                    "The backfill of '%s' sets %s column, %d rows at a time, with a pause of %s. Say .set(\"column\", \"expression\"), a batch size from 1 and a pause from zero."
                            .formatted(table, values.isEmpty() ? "no" : "a", size, pause));
        }
        return new Backfill(table, values, condition, new Pace(key, size, pause));
    }
}
