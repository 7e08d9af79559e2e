package dev.aludel.dialect.postgresql.render;

import static java.util.stream.Collectors.joining;

import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameNotNulls;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.RenameTable;
import dev.aludel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;

/** The statements that rename. All of them change the catalogue alone, so that the size of a table does not matter. */
final class RenameStatements {

    /**
     * Versions before 18 have no such constraints, and one that was made under another name keeps it: so what is there is
     * renamed, whatever server the script meets.
     */
    private static final String NOT_NULLS = """
            do $$
            declare
                renamed text[];
            begin
                -- where there are such names: PostgreSQL 18 and later
                foreach renamed slice 1 in array array[
                    %s
                ] loop
                    if exists (select from pg_catalog.pg_constraint
                            where conrelid operator(pg_catalog.=) pg_catalog.to_regclass(renamed[1])::pg_catalog.oid
                            and contype operator(pg_catalog.=) 'n' and conname operator(pg_catalog.=) renamed[2]) then
                        execute pg_catalog.format('alter table %%s rename constraint %%I to %%I', renamed[1], renamed[2], renamed[3]);
                    end if;
                end loop;
            end $$""";

    private final PostgresRenderer sql;

    RenameStatements(PostgresRenderer sql) {
        this.sql = sql;
    }

    List<String> table(RenameTable operation) {
        return relation("table", operation.before(), operation.after());
    }

    List<String> sequence(RenameSequence operation) {
        return relation("sequence", operation.before(), operation.after());
    }

    private List<String> relation(String kind, ObjectName before, ObjectName after) {
        List<String> statements = new ArrayList<>();
        ObjectName moved = ObjectName.of(after.schema(), before.name());
        if (!moved.equals(before)) {
            statements.add(move(kind, before, after.schema()));
        }
        if (!moved.equals(after)) {
            statements.add("alter " + kind + " " + sql.quote(moved) + " rename to " + sql.quote(after.name()));
        }
        return List.copyOf(statements);
    }

    /** The unit's own schema has no name here: it is the one that search_path leads to. */
    private String move(String kind, ObjectName before, String schema) {
        String statement = "alter " + kind + " " + sql.quote(before) + " set schema ";
        return schema.isEmpty()
                ? "do $$ begin execute pg_catalog.format(" + sql.literal(statement.replace("%", "%%") + "%I")
                        + ", pg_catalog.current_schema()); end $$"
                : statement + sql.quote(schema);
    }

    List<String> column(RenameColumn operation) {
        return List.of(sql.alter(operation.table()) + "rename column " + sql.quote(operation.before()) + " to "
                + sql.quote(operation.after()));
    }

    List<String> constraint(RenameConstraint operation) {
        return List.of(sql.alter(operation.table()) + "rename constraint " + sql.quote(operation.before()) + " to "
                + sql.quote(operation.after()));
    }

    List<String> index(RenameIndex operation) {
        return List.of("alter index " + sql.quote(operation.table().sibling(operation.before())) + " rename to "
                + sql.quote(operation.after()));
    }

    List<String> notNulls(RenameNotNulls operation) {
        return List.of(NOT_NULLS.formatted(operation.names().stream()
                .map(name -> "[" + sql.literal(sql.quote(name.table())) + ", " + sql.literal(name.before()) + ", "
                        + sql.literal(name.after()) + "]")
                .collect(joining(",\n        "))));
    }
}
