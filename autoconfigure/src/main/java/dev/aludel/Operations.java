package dev.aludel;

import dev.aludel.ddl.NewBackfill;
import dev.aludel.ddl.NewCompositeType;
import dev.aludel.ddl.NewSequence;
import dev.aludel.ddl.NewTable;
import dev.aludel.ddl.NewView;
import dev.aludel.ddl.SequenceChange;
import dev.aludel.ddl.TableChanges;
import dev.aludel.operation.AddEnumValues;
import dev.aludel.operation.CreateSchema;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateType;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropSchema;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.DropType;
import dev.aludel.operation.DropView;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameEnumValue;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RenameType;
import dev.aludel.schema.CompositeType;
import dev.aludel.schema.EnumType;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.View;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link JavaRevision} does. Each call runs at once, or is written down where only the SQL is asked for.
 *
 * <p>Names are given as the database stores them, without quotes: {@code users}; of another schema than the unit's own
 * {@code audit.users}; one with a dot in it {@code "odd.name"} in double quotes. Types, conditions and defaults are SQL.
 */
public interface Operations {

    /**
     * Any operation as data; the other methods come down to it. A rewriter or a tool of your own may have made it.
     *
     * <pre>{@code op.invoke(new DropSchema("audit")); }</pre>
     */
    void invoke(Operation operation);

    /**
     * A schema comes.
     *
     * <pre>{@code op.createSchema("audit"); }</pre>
     */
    default void createSchema(String name) {
        invoke(new CreateSchema(name));
    }

    /**
     * An empty schema goes.
     *
     * <pre>{@code op.dropSchema("audit"); }</pre>
     */
    default void dropSchema(String name) {
        invoke(new DropSchema(name));
    }

    /**
     * A table comes.
     *
     * <pre>{@code
     * op.createTable("users", t -> {
     *     t.column("id", "bigint").notNull().identity();
     *     t.column("email", "varchar(255)").notNull();
     *     t.primaryKey("id");
     *     t.unique("email").named("users_email_key");
     * });
     * }</pre>
     */
    default void createTable(String name, Consumer<NewTable> table) {
        NewTable made = new NewTable(ObjectName.parse(name));
        table.accept(made);
        made.operations().forEach(this::invoke);
    }

    /**
     * A table changes: columns, keys, checks, indexes and the rest come, change, get other names and go.
     *
     * <pre>{@code
     * op.alterTable("users", t -> {
     *     t.addColumn("active", "boolean").notNull().fill("true");
     *     t.renameColumn("name", "full_name");
     *     t.addForeignKey("country_id").references("countries", "id");
     * });
     * }</pre>
     */
    default void alterTable(String name, Consumer<TableChanges> changes) {
        TableChanges made = new TableChanges(ObjectName.parse(name));
        changes.accept(made);
        made.operations().forEach(this::invoke);
    }

    /**
     * A table gets another name, or moves to another schema, with its rows.
     *
     * <pre>{@code op.renameTable("users", "accounts"); }</pre>
     */
    default void renameTable(String before, String after) {
        invoke(new RenameTable(ObjectName.parse(before), ObjectName.parse(after)));
    }

    /**
     * A table goes, with its rows.
     *
     * <pre>{@code op.dropTable("users"); }</pre>
     */
    default void dropTable(String name) {
        invoke(new DropTable(new Table(ObjectName.parse(name), List.of(), List.of(), List.of(), null)));
    }

    /**
     * A sequence comes that counts 1, 2, 3.
     *
     * <pre>{@code op.createSequence("invoice_numbers"); }</pre>
     */
    default void createSequence(String name) {
        createSequence(name, sequence -> {});
    }

    /**
     * A sequence comes.
     *
     * <pre>{@code op.createSequence("users_seq", s -> s.increment(50)); }</pre>
     */
    default void createSequence(String name, Consumer<NewSequence> sequence) {
        NewSequence made = new NewSequence(ObjectName.parse(name));
        sequence.accept(made);
        invoke(new CreateSequence(made.sequence()));
    }

    /**
     * A sequence changes; its next number stays.
     *
     * <pre>{@code op.alterSequence("users_seq", s -> s.increment(50)); }</pre>
     */
    default void alterSequence(String name, Consumer<SequenceChange> change) {
        SequenceChange made = new SequenceChange(ObjectName.parse(name));
        change.accept(made);
        invoke(made.operation());
    }

    /**
     * A sequence gets another name, or moves to another schema.
     *
     * <pre>{@code op.renameSequence("users_seq", "accounts_seq"); }</pre>
     */
    default void renameSequence(String before, String after) {
        invoke(new RenameSequence(ObjectName.parse(before), ObjectName.parse(after), false));
    }

    /**
     * A sequence goes.
     *
     * <pre>{@code op.dropSequence("users_seq"); }</pre>
     */
    default void dropSequence(String name) {
        invoke(new DropSequence(Sequence.of(ObjectName.parse(name), 1, 1)));
    }

    /**
     * A named enumeration comes, with the casts from and to varchar that Hibernate makes beside it.
     *
     * <pre>{@code op.createEnum("color", "RED", "GREEN", "BLUE"); }</pre>
     */
    default void createEnum(String name, String... values) {
        invoke(new CreateType(EnumType.of(ObjectName.parse(name), List.of(values))));
    }

    /**
     * A named enumeration gains a value, after all others.
     *
     * <pre>{@code op.addEnumValue("color", "YELLOW"); }</pre>
     */
    default void addEnumValue(String type, String value) {
        addEnumValues(ObjectName.parse(type), List.of(), List.of(value));
    }

    /**
     * A named enumeration gains a value that stands before another one.
     *
     * <pre>{@code op.addEnumValue("color", "YELLOW", "GREEN"); }</pre>
     */
    default void addEnumValue(String type, String value, String next) {
        addEnumValues(ObjectName.parse(type), List.of(next), List.of(value, next));
    }

    private void addEnumValues(ObjectName type, List<String> before, List<String> after) {
        invoke(new AddEnumValues(EnumType.of(type, before), EnumType.of(type, after), List.of()));
    }

    /**
     * A named enumeration goes, with the casts that Hibernate made beside it.
     *
     * <pre>{@code op.dropEnum("color"); }</pre>
     */
    default void dropEnum(String name) {
        invoke(new DropType(EnumType.of(ObjectName.parse(name), List.of())));
    }

    /**
     * A type comes that is a row of its own, as {@code @Struct} has it.
     *
     * <pre>{@code
     * op.createCompositeType("address", t -> t.attribute("street", "text").attribute("city", "text"));
     * }</pre>
     */
    default void createCompositeType(String name, Consumer<NewCompositeType> type) {
        NewCompositeType made = new NewCompositeType(ObjectName.parse(name));
        type.accept(made);
        invoke(new CreateType(made.type()));
    }

    /**
     * A type that is a row of its own goes.
     *
     * <pre>{@code op.dropCompositeType("address"); }</pre>
     */
    default void dropCompositeType(String name) {
        invoke(new DropType(new CompositeType(ObjectName.parse(name), List.of(), null)));
    }

    /**
     * Renames a value of a named enumeration; the rows that hold it keep it under the new name.
     *
     * <pre>{@code op.renameEnumValue("mood", "INACTIVE", "PAUSED"); }</pre>
     */
    default void renameEnumValue(String type, String before, String after) {
        invoke(new RenameEnumValue(ObjectName.parse(type), before, after));
    }

    /**
     * A type gets another name in its schema; columns that have it keep their values.
     *
     * <pre>{@code op.renameType("color", "paint"); }</pre>
     */
    default void renameType(String before, String after) {
        invoke(new RenameType(ObjectName.parse(before), ObjectName.parse(after)));
    }

    /**
     * A view comes.
     *
     * <pre>{@code op.createView("titles", "select id, title from books"); }</pre>
     */
    default void createView(String name, String query) {
        createView(name, query, view -> {});
    }

    /**
     * A view comes, with comments.
     *
     * <pre>{@code op.createView("titles", "select id, title from books", v -> v.comment("all of them")); }</pre>
     */
    default void createView(String name, String query, Consumer<NewView> view) {
        NewView made = new NewView(ObjectName.parse(name), query);
        view.accept(made);
        invoke(new CreateView(made.view()));
    }

    /**
     * A view goes.
     *
     * <pre>{@code op.dropView("titles"); }</pre>
     */
    default void dropView(String name) {
        invoke(new DropView(View.of(ObjectName.parse(name), Expression.of(""))));
    }

    /**
     * Runs SQL: one statement with arguments for its question marks, or several statements without any.
     *
     * <pre>{@code
     * op.execute("update users set active = ? where last_seen < ?", false, LocalDate.of(2020, 1, 1));
     * op.execute("create extension if not exists citext");
     * }</pre>
     */
    void execute(String sql, @Nullable Object... arguments);

    /**
     * Rows get values, a thousand at a time in the order of their key, each batch in a transaction of its own, with a pause after it: nobody
     * waits for long, and after an interruption the next run goes on where it stopped. The revision says
     * {@code @Revision(transactional = false)}.
     *
     * <pre>{@code
     * op.backfill("users", b -> b.set("email", "''").where("email is null"));
     * op.backfill("users", b -> b.set("score", "0").batchSize(200).pause(Duration.ofMillis(500)));
     * }</pre>
     */
    default void backfill(String table, Consumer<NewBackfill> rows) {
        NewBackfill made = new NewBackfill(ObjectName.parse(table));
        rows.accept(made);
        invoke(made.operation());
    }

    /**
     * Inserts rows; all of them have the same columns.
     *
     * <pre>{@code
     * op.bulkInsert("roles", List.of(Map.of("id", 1, "name", "admin"), Map.of("id", 2, "name", "guest")));
     * }</pre>
     */
    void bulkInsert(String table, List<? extends Map<String, ?>> rows);

    /**
     * Reads rows, each with the names of its columns. What depends on it cannot be told without the database: {@code --sql} refuses.
     *
     * <pre>{@code
     * for (Map<String, Object> user : op.query("select id, name from users where email is null")) { ... }
     * }</pre>
     */
    List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... arguments);

    /**
     * The connection that the revision runs on, for what JDBC alone can do. Its transaction is Aludel's, unless the revision says
     * {@code transactional = false}. {@code --sql} refuses, as of {@link #query}.
     *
     * <pre>{@code
     * try (PreparedStatement insert = op.connection().prepareStatement("insert into scores values (?)")) { ... }
     * }</pre>
     */
    Connection connection();

    /**
     * A Hibernate {@code Session} or an {@code EntityManager} on that connection and in its transaction, for a revision that says
     * {@code @Revision(jpa = true)}. It is flushed before each further statement and at the end. The revision outlives the entities
     * as they are today: what SQL can say is better said in SQL. {@code --sql} refuses, as of {@link #query}.
     *
     * <pre>{@code
     * Session session = op.session(Session.class);
     * session.createSelectionQuery("from User", User.class).list().forEach(User::hashPassword);
     * }</pre>
     */
    <S> S session(Class<S> type);
}
