package dev.aludel.ddl;

import dev.aludel.operation.CreateIndex;
import dev.aludel.schema.Expression;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index as it is made. */
public final class NewIndex {

    private final List<IndexKey> keys = new ArrayList<>();
    private @Nullable String name;
    private boolean unique;
    private String method = "btree";
    private List<String> include = List.of();
    private boolean nullsDistinct = true;
    private @Nullable String predicate;
    private String options = "";
    private boolean concurrently;

    NewIndex(String... columns) {
        List.of(columns).forEach(column -> keys.add(IndexKey.column(column)));
    }

    /**
     * Its name; the server makes one otherwise. {@code t.index("email").named("users_email_idx")}
     */
    public NewIndex named(String text) {
        name = text;
        return this;
    }

    /**
     * No two rows have the same keys. {@code t.index("email").unique()}
     */
    public NewIndex unique() {
        unique = true;
        return this;
    }

    /**
     * A further key: a column, ascending. {@code t.index().expression("lower(name)").column("id")}
     */
    public NewIndex column(String column) {
        return key(IndexKey.column(column));
    }

    /**
     * A further key: a column, descending. {@code t.index("customer_id").descending("ordered_at")}
     */
    public NewIndex descending(String column) {
        return key(IndexKey.descending(column));
    }

    /**
     * A further key: an expression. {@code t.index().expression("lower(email)").unique()}
     */
    public NewIndex expression(String sql) {
        return key(IndexKey.expression(Expression.of(sql)));
    }

    /**
     * Another order of the last key. {@code t.index().expression("lower(name)").order(true, false)} sorts it descending, rows
     * without a value last.
     */
    public NewIndex order(boolean descending, boolean nullsFirst) {
        IndexKey last = keys.remove(keys.size() - 1);
        return key(new IndexKey(last.expression(), last.isColumn(), descending, nullsFirst, last.options()));
    }

    /**
     * Collation and operator class of the last key. {@code t.index("name").keyOptions("varchar_pattern_ops")}
     */
    public NewIndex keyOptions(String sql) {
        IndexKey last = keys.remove(keys.size() - 1);
        return key(new IndexKey(last.expression(), last.isColumn(), last.descending(), last.nullsFirst(), sql));
    }

    private NewIndex key(IndexKey key) {
        keys.add(key);
        return this;
    }

    /**
     * Its access method. {@code t.index("tags").using("gin")}
     */
    public NewIndex using(String accessMethod) {
        method = accessMethod;
        return this;
    }

    /**
     * Columns that it carries and is not ordered by. {@code t.index("email").include("name")}
     */
    public NewIndex include(String... columns) {
        include = List.of(columns);
        return this;
    }

    /**
     * Of a unique index: rows without a value collide, too (PostgreSQL 15). {@code t.index("email").unique().nullsNotDistinct()}
     */
    public NewIndex nullsNotDistinct() {
        nullsDistinct = false;
        return this;
    }

    /**
     * It holds only the rows for which this is true. {@code t.index("email").unique().where("deleted_at is null")}
     */
    public NewIndex where(String condition) {
        predicate = condition;
        return this;
    }

    /**
     * Storage parameters and tablespace, in SQL. {@code t.index("email").options("with (fillfactor=70)")}
     */
    public NewIndex options(String sql) {
        options = sql;
        return this;
    }

    /**
     * It is built while others write, in a revision that says {@code @Revision(transactional = false)}.
     * {@code t.createIndex("email").named("users_email_idx").concurrently()}
     */
    public NewIndex concurrently() {
        concurrently = true;
        return this;
    }

    CreateIndex operation(ObjectName table) {
        return new CreateIndex(table, index(), concurrently);
    }

    private Index index() {
        return new Index(
                Names.constraint(name),
                unique,
                keys,
                method,
                include,
                nullsDistinct,
                predicate == null ? null : Expression.of(predicate),
                options);
    }
}
