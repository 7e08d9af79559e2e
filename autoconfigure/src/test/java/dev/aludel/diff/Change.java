package dev.aludel.diff;

import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import java.util.List;

/**
 * One schema and what it becomes.
 *
 * @param rows statements that fill the tables before
 * @param queries what must give the same after the upgrade and the downgrade, each with its answer
 * @param since the major version of PostgreSQL that has what it is about first
 */
record Change(String name, Schema before, Schema after, List<String> rows, List<Answer> queries, int since) {

    /** A query's one value. */
    record Answer(String query, String value) {}

    static Change of(String name, List<Table> before, List<Table> after) {
        return new Change(
                name,
                Schemas.schema(before.toArray(Table[]::new)),
                Schemas.schema(after.toArray(Table[]::new)),
                List.of(),
                List.of(),
                0);
    }

    static Change of(String name, Table before, Table after) {
        return of(name, List.of(before), List.of(after));
    }

    Change with(List<Sequence> sequencesBefore, List<Sequence> sequencesAfter) {
        return new Change(
                name, before.withSequences(sequencesBefore), after.withSequences(sequencesAfter), rows, queries, since);
    }

    Change filledBy(String... statements) {
        return new Change(name, before, after, List.of(statements), queries, since);
    }

    Change keeping(String query, String value) {
        return new Change(name, before, after, rows, List.of(new Answer(query, value)), since);
    }

    Change since(int version) {
        return new Change(name, before, after, rows, queries, version);
    }

    /** The way from the second schema to the first, on empty tables. */
    Change reversed() {
        return between(after, before);
    }

    private Change between(Schema first, Schema second) {
        return new Change(name, first, second, List.of(), List.of(), since);
    }

    @Override
    public String toString() {
        return name;
    }
}
