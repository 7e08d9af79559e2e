package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.postgresql.session.Rows;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameNotNulls;
import dev.aludel.operation.RenameSequence;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.RenameOrder;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the server named after a table and a column, and does not rename with them: the sequences behind identity columns, and from
 * version 18 on the not-null constraints. A name that does not come from the old ones stays.
 */
final class InnerNames {

    /** The version that names not-null constraints. */
    private static final int NAMED_NOT_NULLS = 18;

    /** The sequences behind the identity columns of tables of those names. */
    private static final String IDENTITIES = """
            select n.nspname, s.relname
            from pg_catalog.pg_depend d
            join pg_catalog.pg_class s on s.oid = d.objid and s.relkind = 'S'
            join pg_catalog.pg_namespace n on n.oid = s.relnamespace
            join pg_catalog.pg_class t on t.oid = d.refobjid
            where d.classid = 'pg_catalog.pg_class'::regclass and d.refclassid = 'pg_catalog.pg_class'::regclass
                and d.deptype = 'i' and t.relname = any (?)""";

    private final Connection connection;
    private final Catalog database;
    private final Renames renames;

    InnerNames(Connection connection, Catalog database, Renames renames) {
        this.connection = connection;
        this.database = database;
        this.renames = renames;
    }

    List<Operation> operations() throws SQLException {
        List<Table> tables = database.schema().tables().stream()
                .filter(table -> renames.tables().containsKey(table.name())
                        || !renames.columnsOf(table.name()).isEmpty())
                .toList();
        List<Operation> operations = new ArrayList<>(sequences(tables));
        if (database.serverVersion() >= NAMED_NOT_NULLS) {
            List<RenameNotNulls.Name> names = new ArrayList<>();
            tables.forEach(table -> notNulls(table, names));
            if (!names.isEmpty()) {
                operations.add(new RenameNotNulls(names));
            }
        }
        return List.copyOf(operations);
    }

    private List<Operation> sequences(List<Table> tables) throws SQLException {
        List<Table> numbered = tables.stream()
                .filter(table -> table.columns().stream().anyMatch(column -> column.identity() != null))
                .toList();
        if (numbered.isEmpty()) {
            return List.of();
        }
        Object[] names = numbered.stream().map(table -> table.name().name()).toArray();
        Set<String> existing = Set.copyOf(Rows.of(
                connection,
                IDENTITIES,
                connection.createArrayOf("name", names),
                row -> row.getString("nspname") + "." + row.getString("relname")));
        Map<ObjectName, ObjectName> renamed = new TreeMap<>();
        for (Table table : numbered) {
            table.columns().stream()
                    .filter(column -> column.identity() != null)
                    .forEach(column -> sequence(table.name(), column.name(), existing, renamed));
        }
        return RenameOrder.of(renamed, name -> name.sibling(RenameOrder.ASIDE)).stream()
                .<Operation>map(step -> new RenameSequence(step.before(), step.after(), true))
                .toList();
    }

    /** Such a sequence moves with its table to another schema. */
    private void sequence(ObjectName table, String column, Set<String> existing, Map<ObjectName, ObjectName> renamed) {
        ObjectName after = renames.table(table);
        String before = Identifiers.composed(table.name(), column, "seq");
        boolean exists = existing.stream()
                .anyMatch(name -> table.schema().isEmpty()
                        ? name.endsWith("." + before)
                        : name.equals(table.schema() + "." + before));
        if (exists) {
            renamed.put(
                    after.sibling(before),
                    after.sibling(Identifiers.composed(after.name(), renames.column(table, column), "seq")));
        }
    }

    private void notNulls(Table table, List<RenameNotNulls.Name> renamed) {
        ObjectName after = renames.table(table.name());
        Map<String, String> names = new TreeMap<>();
        table.columns().stream()
                .filter(column -> !column.nullable())
                .map(Column::name)
                .forEach(column -> names.put(
                        Identifiers.composed(table.name().name(), column, "not_null"),
                        Identifiers.composed(after.name(), renames.column(table.name(), column), "not_null")));
        RenameOrder.of(names, name -> RenameOrder.ASIDE)
                .forEach(step -> renamed.add(new RenameNotNulls.Name(after, step.before(), step.after())));
    }
}
