package dev.aludel.dialect.postgresql.hazard;

import static java.util.stream.Collectors.joining;

import dev.aludel.dialect.Shortfall;
import dev.aludel.dialect.TableStatistics;
import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.Volatility;
import dev.aludel.hazard.Hazard.Question;
import dev.aludel.hazard.Impact;
import dev.aludel.hazard.Situation;
import dev.aludel.hazard.TableSize;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ObjectName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Asks the catalogue's estimates, which neither wait for a lock nor look at a row. */
public final class PostgresTableStatistics implements TableStatistics {

    /**
     * The sizes of tables with their partitions, what else has those names, and the functions of other names that are volatile. Where nobody has counted a table
     * yet, what is known of its inserts and its file do.
     */
    private static final String MEASURE = """
            with recursive asked as (
                select n.oid, n.nspname, a.relname
                from unnest(?::text[], ?::text[]) as a (nspname, relname)
                join pg_catalog.pg_namespace n on n.nspname = a.nspname),
            tree (nspname, relname, oid) as (
                select asked.nspname, c.relname, c.oid
                from asked join pg_catalog.pg_class c on c.relnamespace = asked.oid and c.relname = asked.relname
                union all
                select tree.nspname, tree.relname, i.inhrelid
                from tree join pg_catalog.pg_inherits i on i.inhparent = tree.oid)
            select tree.nspname, tree.relname,
                sum(case when c.reltuples > 0 then c.reltuples else pg_stat_get_live_tuples(c.oid) end)::bigint as rows,
                sum(case when c.relkind = 'p' then 0
                    when c.reltuples <= 0 then coalesce(pg_relation_size(c.oid), 0)
                    else c.relpages::bigint * current_setting('block_size')::bigint end)::bigint as bytes,
                count(*) > 1 as inherited
            from tree join pg_catalog.pg_class c on c.oid = tree.oid
            group by tree.nspname, tree.relname
            union all
            select asked.nspname, t.typname, 0, 0, false
            from asked join pg_catalog.pg_type t on t.typnamespace = asked.oid and t.typname = asked.relname
            where t.typtype = 'e'
            union all
            select null, p.proname, 0, 0, false
            from pg_catalog.pg_proc p
            where p.proname = any (?) and p.provolatile = 'v'""";

    @Override
    public Situation situation(Connection connection, String ownSchema, List<Operation> plan) throws SQLException {
        Set<ObjectName> tables = new LinkedHashSet<>();
        Set<String> functions = new LinkedHashSet<>();
        PlannedRows rows = new PlannedRows(plan);
        Impacts impacts = new Impacts(Situation.unknown());
        for (Operation operation : plan) {
            operation.accept(impacts).stream()
                    .map(Impact::table)
                    .map(rows::before)
                    .forEach(tables::add);
            functions.addAll(operation.accept(new Functions()));
        }
        return measure(connection, ownSchema, tables, functions);
    }

    @Override
    public Map<ObjectName, TableSize> sizes(Connection connection, String ownSchema, Collection<ObjectName> tables)
            throws SQLException {
        return measure(connection, ownSchema, tables, Set.of()).sizes();
    }

    private static Situation measure(
            Connection connection, String ownSchema, Collection<ObjectName> tables, Set<String> functions)
            throws SQLException {
        Map<ObjectName, TableSize> sizes = new HashMap<>();
        Set<String> volatiles = new HashSet<>();
        Set<ObjectName> parents = new HashSet<>();
        OwnStatement.each(
                connection,
                MEASURE,
                measure -> {
                    texts(
                            measure,
                            1,
                            tables.stream()
                                    .map(table -> table.schema().isEmpty() ? ownSchema : table.schema())
                                    .toList());
                    texts(measure, 2, tables.stream().map(ObjectName::name).toList());
                    texts(measure, 3, functions);
                },
                found -> {
                    String schema = found.getString("nspname");
                    String name = found.getString("relname");
                    if (schema == null) {
                        volatiles.add(name);
                    } else {
                        ObjectName table = ObjectName.of(schema.equals(ownSchema) ? "" : schema, name);
                        sizes.put(table, new TableSize(found.getLong("rows"), found.getLong("bytes")));
                        if (found.getBoolean("inherited")) {
                            parents.add(table);
                        }
                    }
                });
        return new Situation(connection.getMetaData().getDatabaseMajorVersion(), sizes, volatiles, parents);
    }

    private static void texts(PreparedStatement statement, int parameter, Collection<String> texts)
            throws SQLException {
        statement.setArray(parameter, statement.getConnection().createArrayOf("text", texts.toArray()));
    }

    @Override
    public OptionalLong count(Connection connection, String ownSchema, Question question, Duration timeout)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction read only; set local lock_timeout = '1s'; set local statement_timeout = "
                    + timeout.toMillis());
            return OwnStatement.asWritten(connection, within(ownSchema, question), row -> row.getLong(1)).stream()
                    .mapToLong(Long::longValue)
                    .findFirst();
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            }
            return OptionalLong.empty();
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public List<Shortfall> shortfalls(Connection connection, List<String> statements, Duration timeout)
            throws SQLException {
        List<Demand> demands = DemandReader.of(statements);
        return demands.isEmpty() ? List.of() : Shortfalls.of(connection, demands, timeout);
    }

    /** A table of the own schema, which no path leads to now, is met by its plain name as a query of that name. */
    private static String within(String ownSchema, Question question) {
        String named = question.tables().stream()
                .filter(table -> table.schema().isEmpty())
                .distinct()
                .map(table -> Identifiers.quote(table.name()) + " as not materialized (select * from "
                        + Identifiers.quote(ownSchema) + "." + Identifiers.quote(table.name()) + ")")
                .collect(joining(", "));
        return named.isEmpty() ? question.sql() : "with " + named + " " + question.sql();
    }

    /** The functions that new columns call for the rows that are there. */
    private static final class Functions extends PartialVisitor<Set<String>> {

        @Override
        protected Set<String> other(Operation operation) {
            return Set.of();
        }

        @Override
        public Set<String> addColumn(AddColumn operation) {
            Expression value = operation.column().defaultValue();
            String fill = operation.column().values().fill();
            Set<String> functions = new HashSet<>();
            Stream.of(value == null ? "" : value.declared(), fill == null ? "" : fill)
                    .map(Volatility::functions)
                    .forEach(functions::addAll);
            return functions;
        }
    }
}
