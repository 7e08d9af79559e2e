package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.Outcome;
import dev.aludel.dialect.postgresql.session.Lookup;
import dev.aludel.dialect.postgresql.text.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Making or dropping what stands outside of a database's own catalogue: a database, a tablespace. */
record GlobalObject(String kind, String name, boolean created) implements NonTransactionalStatement {

    private static final Map<String, String> EXISTS = Map.of(
            "database", "select datname from pg_catalog.pg_database where datname = ?",
            "tablespace", "select spcname from pg_catalog.pg_tablespace where spcname = ?");

    /** Behind {@code create}. */
    static Optional<NonTransactionalStatement> created(TokenReader reader) {
        return read(reader, true);
    }

    /** Behind {@code drop}. */
    static Optional<NonTransactionalStatement> dropped(TokenReader reader) {
        return read(reader, false);
    }

    private static Optional<NonTransactionalStatement> read(TokenReader reader, boolean created) {
        String kind = reader.peek().text();
        if (!EXISTS.containsKey(kind) || !reader.accept(kind)) {
            return Optional.empty();
        }
        reader.accept("if", "exists");
        StatementTarget name = StatementTarget.read(reader);
        return name == null ? Optional.empty() : Optional.of(new GlobalObject(kind, name.last(), created));
    }

    @Override
    public String before(Connection connection) throws SQLException {
        return exists(connection) ? "there" : "missing";
    }

    @Override
    public Outcome after(Connection connection, String before) throws SQLException {
        boolean exists = exists(connection);
        boolean done = exists == created && !before.equals(created ? "there" : "missing");
        String evidence = "The " + kind + " '" + name + "' is " + (exists ? "there." : "not there.");
        return done ? Outcome.done(evidence) : Outcome.undone(evidence);
    }

    private boolean exists(Connection connection) throws SQLException {
        return !Lookup.texts(connection, String.valueOf(EXISTS.get(kind)), name).isEmpty();
    }

    @Override
    public boolean waitsInPeace() {
        return false;
    }
}
