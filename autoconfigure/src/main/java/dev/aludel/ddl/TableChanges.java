package dev.aludel.ddl;

import dev.aludel.Operations;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterTableComment;
import dev.aludel.operation.AlterTableOptions;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What changes of a table, one after the other: {@link Operations#alterTable}. */
public final class TableChanges {

    private final ObjectName table;
    private final List<Supplier<Operation>> operations = new ArrayList<>();

    public TableChanges(ObjectName table) {
        this.table = table;
    }

    /**
     * A column comes. {@code t.addColumn("email", "varchar(255)").notNull().fill("''");}
     */
    public NewColumn addColumn(String name, String type) {
        NewColumn column = new NewColumn(name, type);
        operations.add(() -> new AddColumn(table, column.column()));
        return column;
    }

    /**
     * A column changes. {@code t.alterColumn("name", "varchar(80)").type("text").notNull();}
     *
     * @param existingType the type that it has so far
     */
    public ColumnChange alterColumn(String name, String existingType) {
        ColumnChange change = new ColumnChange(name, existingType);
        operations.add(() -> new AlterColumn(table, change.before(), change.after()));
        return change;
    }

    /**
     * A column gets another name. {@code t.renameColumn("name", "full_name");}
     */
    public void renameColumn(String before, String after) {
        operations.add(() -> new RenameColumn(table, before, after));
    }

    /**
     * A column goes, with its values. {@code t.dropColumn("nickname");}
     */
    public void dropColumn(String name) {
        operations.add(() -> new DropColumn(table, Column.of(name, "", true)));
    }

    /**
     * A primary key comes. {@code t.addPrimaryKey("id");}
     */
    public NewKey addPrimaryKey(String... columns) {
        NewKey key = new NewKey(columns);
        operations.add(() -> key.operation(table, key.primaryKey()));
        return key;
    }

    /**
     * A unique constraint comes. {@code t.addUnique("email").named("users_email_key");}
     */
    public NewKey addUnique(String... columns) {
        NewKey key = new NewKey(columns);
        operations.add(() -> key.operation(table, key.unique()));
        return key;
    }

    /**
     * A foreign key comes. {@code t.addForeignKey("author_id").references("authors", "id");}
     */
    public NewForeignKey addForeignKey(String... columns) {
        NewForeignKey key = new NewForeignKey(columns);
        operations.add(() -> new AddConstraint(table, key.foreignKey()));
        return key;
    }

    /**
     * A check comes. {@code t.addCheck("price >= 0").named("books_price_check");}
     */
    public NewCheck addCheck(String condition) {
        NewCheck check = new NewCheck(condition);
        operations.add(() -> new AddConstraint(table, check.check()));
        return check;
    }

    /**
     * An exclusion constraint comes. {@code t.addExclusion("exclude using gist (room with =, during with &&)");}
     */
    public NewCheck addExclusion(String definition) {
        NewCheck exclusion = new NewCheck(definition);
        operations.add(() -> new AddConstraint(table, exclusion.exclusion()));
        return exclusion;
    }

    /**
     * A constraint of any kind gets another name. {@code t.renameConstraint("uk_1", "users_email_key");}
     */
    public void renameConstraint(String before, String after) {
        operations.add(() -> new RenameConstraint(table, before, after));
    }

    /**
     * A constraint of any kind goes. {@code t.dropConstraint("users_email_key");}
     */
    public void dropConstraint(String name) {
        CheckConstraint named = CheckConstraint.of(ConstraintName.of(name), Expression.of(""));
        operations.add(() -> new DropConstraint(table, named));
    }

    /**
     * The rows that are there are held to a foreign key or check that was added as not valid, while others write. It belongs into a
     * later revision: a transaction that adds and validates holds up writers while it reads the table.
     * {@code t.validateConstraint("books_price_check");}
     */
    public void validateConstraint(String name) {
        CheckConstraint named = CheckConstraint.of(ConstraintName.of(name), Expression.of(""));
        operations.add(() -> new ValidateConstraint(table, named));
    }

    /**
     * An index comes. {@code t.createIndex("email").named("users_email_idx").unique();}
     */
    public NewIndex createIndex(String... columns) {
        NewIndex index = new NewIndex(columns);
        operations.add(() -> index.operation(table));
        return index;
    }

    /**
     * An index gets another name. {@code t.renameIndex("idx_1", "users_email_idx");}
     */
    public void renameIndex(String before, String after) {
        operations.add(() -> new RenameIndex(table, before, after));
    }

    /**
     * An index goes. {@code t.dropIndex("users_email_idx");}
     */
    public DroppedIndex dropIndex(String name) {
        DroppedIndex index = new DroppedIndex(name);
        operations.add(() -> index.operation(table));
        return index;
    }

    /**
     * The table's comment; null for none. {@code t.comment("who may log in");}
     */
    public void comment(@Nullable String text) {
        operations.add(() -> new AlterTableComment(table, null, text));
    }

    /**
     * Storage parameters are set. {@code t.storage("fillfactor=70");}
     */
    public void storage(String... parameters) {
        operations.add(
                () -> new AlterTableOptions(table, TableOptions.NONE, new TableOptions(List.of(parameters), null, "")));
    }

    /**
     * Storage parameters go back to their defaults. {@code t.resetStorage("fillfactor");}
     */
    public void resetStorage(String... names) {
        List<String> parameters = Stream.of(names).map(name -> name + "=").toList();
        operations.add(() -> new AlterTableOptions(table, new TableOptions(parameters, null, ""), TableOptions.NONE));
    }

    /**
     * The table moves to another tablespace. {@code t.tablespace("fast");}
     */
    public void tablespace(String name) {
        operations.add(() -> new AlterTableOptions(table, TableOptions.NONE, new TableOptions(List.of(), name, "")));
    }

    public List<Operation> operations() {
        return operations.stream().map(Supplier::get).toList();
    }
}
