package dev.aludel.ddl;

import dev.aludel.operation.AddConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A primary key or a unique constraint as it is made. */
public final class NewKey {

    private final List<String> columns;
    private @Nullable String name;
    private boolean nullsDistinct = true;
    private String options = "";
    private boolean concurrently;

    NewKey(String... columns) {
        this.columns = List.of(columns);
    }

    /**
     * Its name; the server makes one otherwise. {@code t.unique("email").named("users_email_key")}
     */
    public NewKey named(String text) {
        name = text;
        return this;
    }

    /**
     * Of a unique constraint: rows without a value collide, too (PostgreSQL 15). {@code t.unique("email").nullsNotDistinct()}
     */
    public NewKey nullsNotDistinct() {
        nullsDistinct = false;
        return this;
    }

    /**
     * Of a unique constraint: what follows its columns in SQL. {@code t.unique("position").options("deferrable initially deferred")}
     */
    public NewKey options(String sql) {
        options = sql;
        return this;
    }

    /**
     * Its index is built while others write, in a revision that says {@code @Revision(transactional = false)}; it must have a name.
     * {@code t.addUnique("email").named("users_email_key").concurrently()}
     */
    public NewKey concurrently() {
        concurrently = true;
        return this;
    }

    AddConstraint operation(ObjectName table, Constraint key) {
        if (concurrently && key.name().isUnnamed()) {
            throw new IllegalStateException(
                    "The key on '%s' of '%s' is to be built concurrently and has no name. Say .named(\"...\")."
                            .formatted(String.join("', '", columns), table));
        }
        return new AddConstraint(table, key, concurrently);
    }

    PrimaryKey primaryKey() {
        return new PrimaryKey(Names.constraint(name), columns);
    }

    UniqueConstraint unique() {
        return new UniqueConstraint(Names.constraint(name), columns, nullsDistinct, options);
    }
}
