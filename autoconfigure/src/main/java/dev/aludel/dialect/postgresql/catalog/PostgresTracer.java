package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.LockSnapshot;
import dev.aludel.dialect.Tracer;
import dev.aludel.dialect.postgresql.session.Lookup;
import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.hazard.LockMode;
import dev.aludel.schema.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads pg_locks, the numbers of files and the transaction's own statistics. */
public final class PostgresTracer implements Tracer {

    private static final String ACTIVE_SQL_TRANSACTION = "25001";

    private static final String FOREIGN_SCHEMAS = "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'";

    private static final String LOOK = """
            select c.oid::bigint as oid, n.nspname, c.relname, coalesce(pg_relation_filenode(c.oid), 0)::bigint as file,
                c.reltablespace::bigint as tablespace, pg_stat_get_xact_numscans(c.oid) as scans,
                (select count(*) from pg_catalog.pg_index i where i.indrelid = c.oid) as indexes,
                (select coalesce(sum(pg_stat_get_xact_numscans(i.indexrelid)), 0) from pg_catalog.pg_index i
                    where i.indrelid = c.oid) as lookups,
                (select array_agg(l.mode) from pg_catalog.pg_locks l
                    where l.pid = pg_backend_pid() and l.locktype = 'relation' and l.relation = c.oid and l.granted
                        and l.database = (select oid from pg_catalog.pg_database where datname = current_database())) as modes,
                array(select a.attnum::int from pg_catalog.pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as places,
                array(select a.attname::text from pg_catalog.pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as names,
                (select count(*) from pg_catalog.pg_constraint k where k.conrelid = c.oid and not k.convalidated) as unvalidated,
                c.relkind = 'm' as derived
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'm') and\s""" + FOREIGN_SCHEMAS;

    @Override
    public LockSnapshot look(Connection connection, String ownSchema) throws SQLException {
        Map<Long, LockSnapshot.Table> tables = new HashMap<>();
        OwnStatement.each(
                connection, LOOK, statement -> {}, row -> tables.put(row.getLong("oid"), table(row, ownSchema)));
        return new LockSnapshot(tables);
    }

    private static LockSnapshot.Table table(ResultSet row, String ownSchema) throws SQLException {
        String schema = row.getString("nspname");
        Set<LockMode> locks = EnumSet.noneOf(LockMode.class);
        for (Object mode : array(row, "modes")) {
            LockMode.of(String.valueOf(mode)).ifPresent(locks::add);
        }
        Object[] places = array(row, "places");
        Object[] names = array(row, "names");
        Map<Integer, String> columns = new HashMap<>();
        for (int i = 0; i < places.length; i++) {
            columns.put((Integer) places[i], String.valueOf(names[i]));
        }
        return new LockSnapshot.Table(
                ObjectName.of(Objects.equals(schema, ownSchema) ? "" : schema, row.getString("relname")),
                row.getLong("file"),
                row.getLong("tablespace"),
                row.getLong("scans"),
                row.getLong("scans") + row.getLong("lookups"),
                row.getLong("indexes"),
                locks,
                columns,
                row.getLong("unvalidated"),
                row.getBoolean("derived"));
    }

    private static Object[] array(ResultSet row, String column) throws SQLException {
        return row.getArray(column) == null
                ? new Object[0]
                : Arrays.copyOf(
                        (Object[]) row.getArray(column).getArray(),
                        ((Object[]) row.getArray(column).getArray()).length,
                        Object[].class);
    }

    /** What reading sets for the rest of the transaction is taken back with a savepoint. */
    @Override
    public Catalog read(Connection connection, String ownSchema) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            Set<String> schemas = new HashSet<>(Lookup.texts(
                    connection, "select n.nspname from pg_catalog.pg_namespace n where " + FOREIGN_SCHEMAS));
            schemas.remove(ownSchema);
            return CatalogSnapshot.read(connection, ownSchema, schemas, Set.of())
                    .catalog();
        } finally {
            connection.rollback(savepoint);
        }
    }

    @Override
    public boolean needsNoTransaction(SQLException failure) {
        return ACTIVE_SQL_TRANSACTION.equals(failure.getSQLState());
    }
}
