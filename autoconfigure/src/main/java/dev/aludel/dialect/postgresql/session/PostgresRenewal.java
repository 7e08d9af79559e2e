package dev.aludel.dialect.postgresql.session;

import dev.aludel.dialect.Renewal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements that bring a session back, the last of which asks what is left beside its settings, by the statements that remove it. */
final class PostgresRenewal implements Renewal {

    /** The column of the last one's rows. */
    static final String REMEDY = "remedy";

    private final List<String> statements;
    private final List<String> remedies = new ArrayList<>();

    PostgresRenewal(List<String> statements) {
        this.statements = List.copyOf(statements);
    }

    @Override
    public String before(String sql) {
        String own = String.join(";\n", statements);
        return sql.isEmpty() ? own : own + ";\n" + sql;
    }

    @Override
    public void passOver(Statement executed) throws SQLException {
        ResultSet rows = executed.getResultSet();
        while (rows == null || !rows.getMetaData().getColumnLabel(1).equals(REMEDY)) {
            if (!executed.getMoreResults() && executed.getUpdateCount() < 0) {
                throw new SQLException("The server has not answered what is left of the session", "XX000");
            }
            rows = executed.getResultSet();
        }
        while (rows.next()) {
            remedies.add(rows.getString(REMEDY));
        }
        executed.getMoreResults();
    }

    /** A lock may be held several times, which nothing tells but giving it up. */
    @Override
    public void complete(Connection connection) throws SQLException {
        for (String remedy : remedies) {
            try (Statement statement = connection.createStatement()) {
                boolean again = true;
                while (again) {
                    again = statement.execute(remedy) && isTrue(statement.getResultSet());
                }
            }
        }
    }

    private static boolean isTrue(ResultSet row) throws SQLException {
        return row.next() && row.getBoolean(1);
    }
}
