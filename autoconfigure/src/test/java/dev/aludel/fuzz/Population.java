package dev.aludel.fuzz;

import dev.aludel.runner.execution.RevisionFailedException;
import dev.aludel.scenario.Rows;
import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows in the tables, and what must become of them while a pair walks on. */
final class Population {

    /** Of each column and, within composite values, of each attribute. */
    private static final String TYPES = """
            with one as (
                select a.attrelid::regclass || '.' || a.attname as name, a.atttypid as type, a.atttypmod as modifier
                from pg_attribute a join pg_class r on r.oid = a.attrelid
                where r.relkind = 'r' and a.attnum > 0 and not a.attisdropped and r.relnamespace in
                    (select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'))
            select name || '=' || format_type(type, modifier) from one
            union all
            select one.name || '.' || b.attname || '=' || format_type(b.atttypid, b.atttypmod)
                || case when e.oid is null then '' else ' in an array' end
            from one join pg_type t on t.oid = one.type left join pg_type e on e.oid = t.typelem
            join pg_attribute b on b.attrelid = greatest(t.typrelid, e.typrelid) and not b.attisdropped
            """;

    private final TestDatabase database;
    private Map<String, String> types;
    private Rows rows;

    private Population(TestDatabase database) {
        this.database = database;
        this.types = types(database);
        this.rows = Rows.of(database);
    }

    static Population in(TestDatabase database) {
        Filling.of(database);
        return new Population(database);
    }

    /**
     * Goes a step. Where the rows forbid it, a hazard must have said so, and it is gone without them.
     *
     * @param script with its hazards
     * @return what is wrong
     */
    Optional<String> survive(Runnable step, String script) {
        List<String> there = Rows.of(database).lines();
        try {
            step.run();
        } catch (RevisionFailedException refused) {
            if (!becauseOfRows(refused)) {
                throw refused;
            }
            if (!script.contains("-- hazard ")) {
                return Optional.of("refused unannounced: " + Failures.summary(refused));
            }
            if (!Rows.of(database).lines().equals(there)) {
                return Optional.of("a refused step changes rows");
            }
            Filling.undo(database);
            rows = Rows.of(database);
            step.run();
        }
        return lost();
    }

    /** Only the values whose column is there with the same type on both sides can be asked for. */
    private Optional<String> lost() {
        Rows now = Rows.of(database);
        Map<String, String> typesNow = types(database);
        List<String> others = new ArrayList<>(types.keySet());
        others.removeIf(column -> Objects.equals(types.get(column), typesNow.get(column)));
        List<String> before = kept(rows.within(now).without(others));
        List<String> after = kept(now.within(rows).without(others));
        types = typesNow;
        rows = rows.within(now).without(others);
        return before.equals(after) ? Optional.empty() : Optional.of("lost\n" + before + "\n" + after);
    }

    /** Without the rows of table generators, whose numbers go on. */
    private static List<String> kept(Rows rows) {
        return rows.lines().stream().filter(line -> !line.contains("next_val=")).toList();
    }

    private static boolean becauseOfRows(RevisionFailedException refused) {
        return refused.getCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && (cause.getSQLState().startsWith("22") || cause.getSQLState().startsWith("23"));
    }

    private static Map<String, String> types(TestDatabase database) {
        return database.query(TYPES).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(column -> column[0], column -> column[1], (one, same) -> one));
    }
}
