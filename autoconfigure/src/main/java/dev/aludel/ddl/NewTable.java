package dev.aludel.ddl;

import dev.aludel.Operations;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A table as it is made: {@link Operations#createTable}. */
public final class NewTable {

    private final ObjectName name;
    private final List<NewColumn> columns = new ArrayList<>();
    private final List<Supplier<Constraint>> constraints = new ArrayList<>();
    private final List<Supplier<Operation>> afterwards = new ArrayList<>();
    private List<String> parameters = List.of();
    private @Nullable String tablespace;
    private @Nullable String comment;
    private String options = "";

    public NewTable(ObjectName name) {
        this.name = name;
    }

    /**
     * The next column. {@code t.column("name", "varchar(255)").notNull();}
     */
    public NewColumn column(String column, String type) {
        NewColumn made = new NewColumn(column, type);
        columns.add(made);
        return made;
    }

    /**
     * The primary key. {@code t.primaryKey("id");}
     */
    public NewKey primaryKey(String... keyColumns) {
        NewKey key = new NewKey(keyColumns);
        constraints.add(key::primaryKey);
        return key;
    }

    /**
     * A unique constraint. {@code t.unique("email").named("users_email_key");}
     */
    public NewKey unique(String... keyColumns) {
        NewKey key = new NewKey(keyColumns);
        constraints.add(key::unique);
        return key;
    }

    /**
     * A check. {@code t.check("price >= 0").named("books_price_check");}
     */
    public NewCheck check(String condition) {
        NewCheck check = new NewCheck(condition);
        constraints.add(check::check);
        return check;
    }

    /**
     * An exclusion constraint. {@code t.exclusion("exclude using gist (room with =, during with &&)");}
     */
    public NewCheck exclusion(String definition) {
        NewCheck exclusion = new NewCheck(definition);
        constraints.add(exclusion::exclusion);
        return exclusion;
    }

    /**
     * A foreign key; the table that it refers to must be there, or be this one.
     * {@code t.foreignKey("author_id").references("authors", "id");}
     */
    public NewForeignKey foreignKey(String... referring) {
        NewForeignKey key = new NewForeignKey(referring);
        afterwards.add(() -> new AddConstraint(name, key.foreignKey()));
        return key;
    }

    /**
     * An index. {@code t.index("email").named("users_email_idx").unique();}
     */
    public NewIndex index(String... keyColumns) {
        NewIndex index = new NewIndex(keyColumns);
        afterwards.add(() -> index.operation(name));
        return index;
    }

    /**
     * A comment on the table. {@code t.comment("who may log in");}
     */
    public void comment(String text) {
        comment = text;
    }

    /**
     * How it is stored. {@code t.storage("fillfactor=70", "autovacuum_enabled=false");}
     */
    public void storage(String... storageParameters) {
        parameters = List.of(storageParameters);
    }

    /**
     * Where it is stored. {@code t.tablespace("fast");}
     */
    public void tablespace(String tablespaceName) {
        tablespace = tablespaceName;
    }

    /**
     * What else follows its columns in SQL. {@code t.options("partition by range (day)");}
     */
    public void options(String sql) {
        options = sql;
    }

    public List<Operation> operations() {
        Table table = new Table(
                name,
                columns.stream().map(NewColumn::column).toList(),
                constraints.stream().map(Supplier::get).toList(),
                List.of(),
                comment,
                new TableOptions(parameters, tablespace, options),
                List.of());
        List<Operation> operations = new ArrayList<>();
        operations.add(new CreateTable(table));
        afterwards.forEach(operation -> operations.add(operation.get()));
        return operations;
    }
}
