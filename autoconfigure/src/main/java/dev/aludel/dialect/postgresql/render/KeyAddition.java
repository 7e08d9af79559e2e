package dev.aludel.dialect.postgresql.render;

import dev.aludel.dialect.postgresql.text.KeyOptions;
import dev.aludel.operation.AddConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import java.util.List;

/**
 * The statements that add a key whose index is built while others write (PostgreSQL manual, ALTER TABLE, "ADD table_constraint_using_index"):
 * the index has the constraint's name, so that the constraint takes it as it is.
 */
final class KeyAddition {

    private final PostgresRenderer renderer;
    private final AddConstraint operation;

    KeyAddition(PostgresRenderer renderer, AddConstraint operation) {
        this.renderer = renderer;
        this.operation = operation;
    }

    List<String> statements() {
        Constraint key = operation.constraint();
        String words = key instanceof PrimaryKey ? "primary key" : "unique";
        String name = renderer.quote(key.name().text());
        return List.of(
                new Definitions(renderer).index(operation.table(), index(key), true),
                renderer.alter(operation.table()) + "add constraint " + name + " " + words + " using index " + name
                        + KeyOptions.of(key).deferring());
    }

    private static Index index(Constraint key) {
        List<String> columns =
                key instanceof PrimaryKey primary ? primary.columns() : ((UniqueConstraint) key).columns();
        boolean nullsDistinct = key instanceof PrimaryKey || ((UniqueConstraint) key).nullsDistinct();
        KeyOptions options = KeyOptions.of(key);
        return new Index(
                key.name(),
                true,
                columns.stream().map(IndexKey::column).toList(),
                "btree",
                options.include(),
                nullsDistinct,
                null,
                options.storage());
    }
}
