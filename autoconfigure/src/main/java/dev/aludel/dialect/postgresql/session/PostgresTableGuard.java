package dev.aludel.dialect.postgresql.session;

import dev.aludel.dialect.Deviation;
import dev.aludel.dialect.Deviation.Kind;
import dev.aludel.dialect.Renderer;
import dev.aludel.dialect.TableGuard;
import dev.aludel.schema.Column;
import dev.aludel.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Guards a table of PostgreSQL. To plan a statement is enough to run functions: those of a view, and immutable ones in the expressions
 * of indexes and statistics. So the question and the query are two statements of one message, and an error in the first keeps the
 * server from the second (PostgreSQL manual, Message Flow, Pipelining).
 */
public final class PostgresTableGuard implements TableGuard {

    private static final String DIVISION_BY_ZERO = "22012";

    private final Renderer renderer;

    public PostgresTableGuard(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public <T> GuardedRows<T> read(Connection connection, OwnTable table, String select, RowReader<T> reader)
            throws SQLException {
        return connection.getAutoCommit()
                ? readAtOnce(connection, table, select, reader)
                : readInTransaction(connection, table, select, reader);
    }

    private <T> GuardedRows<T> readAtOnce(Connection connection, OwnTable table, String select, RowReader<T> reader)
            throws SQLException {
        String sql = GuardQueries.CLEAN_PATH + ";\n" + GuardQueries.GUARD.formatted(query(table)) + ";\n" + select;
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            statement.getMoreResults();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                return new GuardedRows<>(values(rows, reader), List.of());
            }
        } catch (SQLException e) {
            if (DIVISION_BY_ZERO.equals(e.getSQLState())) {
                return new GuardedRows<>(List.of(), deviations(connection, table));
            }
            throw e;
        }
    }

    private <T> GuardedRows<T> readInTransaction(
            Connection connection, OwnTable table, String select, RowReader<T> reader) throws SQLException {
        List<Deviation> deviations = deviations(connection, table);
        if (!deviations.isEmpty()) {
            return new GuardedRows<>(List.of(), deviations);
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            return new GuardedRows<>(values(rows, reader), List.of());
        }
    }

    private static <T> List<T> values(ResultSet rows, RowReader<T> reader) throws SQLException {
        List<T> values = new ArrayList<>();
        while (rows.next()) {
            values.add(reader.read(rows));
        }
        return values;
    }

    @Override
    public List<Deviation> deviations(Connection connection, OwnTable table) throws SQLException {
        GuardWords words = new GuardWords(renderer, table.table());
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            if (connection.getAutoCommit()) {
                statement.execute(GuardQueries.CLEAN_PATH + ";\n" + query(table));
                statement.getMoreResults();
            } else {
                statement.execute(query(table));
            }
            try (ResultSet rows = statement.getResultSet()) {
                return values(
                        rows,
                        row -> words.deviation(
                                Kind.valueOf(row.getString("kind")),
                                row.getString("name"),
                                Objects.requireNonNullElse(row.getString("detail"), "")));
            }
        }
    }

    @Override
    public String removalOfDuplicates(Table table) {
        String name = renderer.quote(table.name());
        String key = table.primaryKey().orElseThrow().columns().stream()
                .map(renderer::quote)
                .collect(Collectors.joining(", "));
        return "delete from %1$s a using %1$s b where (%2$s) = (%3$s) and a.ctid > b.ctid; alter table %1$s add primary key (%4$s)"
                .formatted(name, qualified("a", table), qualified("b", table), key);
    }

    private String qualified(String alias, Table table) {
        return table.primaryKey().orElseThrow().columns().stream()
                .map(column -> alias + "." + renderer.quote(column))
                .collect(Collectors.joining(", "));
    }

    private String query(OwnTable own) {
        Table table = own.table();
        String schema = table.name().schema();
        return GuardQueries.DEVIATIONS.formatted(
                renderer.literal(table.name().name()),
                schema.isEmpty() ? GuardQueries.FORMER_SCHEMA : renderer.literal(schema) + "::name",
                renderer.literal(Objects.requireNonNullElse(table.comment(), "")),
                table.columns().stream().map(this::row).collect(Collectors.joining(", ")),
                own.forWriting());
    }

    private String row(Column column) {
        return "(" + renderer.literal(column.name()) + "::name, " + renderer.literal(column.type()) + ")";
    }
}
