package dev.aludel.ddl;

import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ForeignKey.Action;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Validity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A foreign key as it is made. */
public final class NewForeignKey {

    private final List<String> columns;
    private @Nullable ObjectName target;
    private List<String> targetColumns = List.of();
    private @Nullable String name;
    private Action onDelete = Action.NO_ACTION;
    private Action onUpdate = Action.NO_ACTION;
    private List<String> deleteColumns = List.of();
    private boolean matchFull;
    private String options = "";
    private Validity validity = Validity.VALID;

    NewForeignKey(String... columns) {
        this.columns = List.of(columns);
    }

    /**
     * The table and columns that it refers to. {@code t.foreignKey("author_id").references("authors", "id")}
     */
    public NewForeignKey references(String table, String... targets) {
        target = ObjectName.parse(table);
        targetColumns = List.of(targets);
        return this;
    }

    /**
     * Its name; the server makes one otherwise.
     * {@code t.foreignKey("author_id").references("authors", "id").named("books_author_id_fkey")}
     */
    public NewForeignKey named(String text) {
        name = text;
        return this;
    }

    /**
     * What becomes of the referring rows when the other row goes.
     * {@code t.foreignKey("order_id").references("orders", "id").onDelete(Action.CASCADE)}
     */
    public NewForeignKey onDelete(Action action) {
        onDelete = action;
        return this;
    }

    /**
     * The only columns that {@code SET_NULL} and {@code SET_DEFAULT} set, which PostgreSQL 15 takes.
     * {@code t.foreignKey("tenant", "author_id").references("authors", "tenant", "id").onDelete(Action.SET_NULL).deleting("author_id")}
     */
    public NewForeignKey deleting(String... names) {
        deleteColumns = List.of(names);
        return this;
    }

    /**
     * A row refers with all columns or with none.
     * {@code t.foreignKey("tenant", "author_id").references("authors", "tenant", "id").matchFull()}
     */
    public NewForeignKey matchFull() {
        matchFull = true;
        return this;
    }

    /**
     * What becomes of the referring rows when the other row's key changes.
     * {@code t.foreignKey("country").references("countries", "code").onUpdate(Action.CASCADE)}
     */
    public NewForeignKey onUpdate(Action action) {
        onUpdate = action;
        return this;
    }

    /**
     * What follows the actions in SQL.
     * {@code t.foreignKey("parent_id").references("nodes", "id").options("deferrable initially deferred")}
     */
    public NewForeignKey options(String sql) {
        options = sql;
        return this;
    }

    /**
     * It holds for what is written from now on, and the rows that are there are not read; {@code t.validateConstraint} does that later.
     * {@code t.addForeignKey("author_id").references("authors", "id").named("books_author_id_fkey").notValid()}
     */
    public NewForeignKey notValid() {
        validity = Validity.NOT_VALID;
        return this;
    }

    /**
     * Nobody checks it, which PostgreSQL 18 takes.
     * {@code t.addForeignKey("author_id").references("authors", "id").named("books_author_id_fkey").notEnforced()}
     */
    public NewForeignKey notEnforced() {
        validity = Validity.NOT_ENFORCED;
        return this;
    }

    ForeignKey foreignKey() {
        if (target == null) {
            throw new IllegalStateException("The foreign key on '" + String.join("', '", columns)
                    + "' refers to no table. Say .references(\"table\", \"column\").");
        }
        return new ForeignKey(
                Names.constraint(name),
                columns,
                target,
                targetColumns,
                onDelete,
                onUpdate,
                deleteColumns,
                matchFull,
                options,
                validity);
    }
}
