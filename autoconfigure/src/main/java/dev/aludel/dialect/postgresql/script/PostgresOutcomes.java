package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.Outcome;
import dev.aludel.dialect.Outcomes;
import dev.aludel.dialect.StatementLexer.Statement;
import dev.aludel.dialect.postgresql.text.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Outcomes on PostgreSQL. */
public final class PostgresOutcomes implements Outcomes {

    /** active_sql_transaction; invalid_transaction_termination, of a procedure or block that commits. */
    private static final Set<String> IN_TRANSACTION = Set.of("25001", "2D000");

    /** They may run code that commits. */
    private static final Set<String> CALLS = Set.of("call", "do");

    private static final Set<String> ON_GLOBAL_OBJECTS = Set.of("subscription", "database", "tablespace");

    private static final Set<String> OF_THE_SESSION =
            Set.of("set", "reset", "load", "discard", "prepare", "deallocate", "listen", "unlisten");

    @Override
    public boolean runsAlone(Statement statement) {
        return NonTransactionalStatement.of(statement.sql()).isPresent();
    }

    @Override
    public boolean mightRunAlone(Statement statement) {
        TokenReader reader = new TokenReader(statement.sql());
        return runsAlone(statement)
                || CALLS.contains(reader.peek().text())
                || ON_GLOBAL_OBJECTS.contains(reader.peek(1).text());
    }

    @Override
    public boolean isRefusedInTransaction(SQLException failure) {
        return IN_TRANSACTION.contains(String.valueOf(failure.getSQLState()));
    }

    @Override
    public boolean isOfTheSession(Statement statement) {
        TokenReader reader = new TokenReader(statement.sql());
        if (reader.accept("select")) {
            reader.accept("pg_catalog", ".");
            return reader.accept("set_config", "("); // as pg_dump sets the path
        }
        return OF_THE_SESSION.contains(reader.next().text())
                && !reader.sees("local")
                && !reader.sees("constraints")
                && !reader.sees("transaction");
    }

    @Override
    public boolean waitsInPeace(Statement statement) {
        return NonTransactionalStatement.of(statement.sql())
                .map(NonTransactionalStatement::waitsInPeace)
                .orElseGet(() -> validates(statement));
    }

    /** {@code alter table … validate constraint}: SHARE UPDATE EXCLUSIVE, for a scan. */
    private static boolean validates(Statement statement) {
        TokenReader reader = new TokenReader(statement.sql());
        if (!reader.accept("alter", "table")) {
            return false;
        }
        reader.accept("if", "exists");
        reader.accept("only");
        return StatementTarget.read(reader) != null
                && reader.accept("validate", "constraint")
                && StatementTarget.read(reader) != null
                && reader.atEnd();
    }

    @Override
    public String before(Connection connection, String sql) throws SQLException {
        NonTransactionalStatement statement = NonTransactionalStatement.of(sql).orElse(null);
        return statement == null ? "" : statement.before(connection);
    }

    @Override
    public Outcome after(Connection connection, String sql, String before) throws SQLException {
        NonTransactionalStatement statement = NonTransactionalStatement.of(sql).orElse(null);
        return statement == null
                ? Outcome.unknown("The catalogue does not tell.")
                : statement.after(connection, before);
    }
}
