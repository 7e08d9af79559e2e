package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.Outcome;
import dev.aludel.dialect.Outcomes;
import dev.aludel.dialect.postgresql.session.Lookup;
import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.dialect.postgresql.text.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** {@code drop index concurrently}. One that is stopped leaves the index INVALID, and may be repeated. */
record ConcurrentDrop(StatementTarget name, boolean ifExists) implements NonTransactionalStatement {

    private static final String OID = OwnStatement.WITH_SPEAKING + "select to_regclass(?)::oid::text from speaking";

    /** Behind {@code drop}. */
    static Optional<NonTransactionalStatement> read(TokenReader reader) {
        int from = reader.position();
        if (!reader.accept("index", "concurrently")) {
            reader.returnTo(from);
            return Optional.empty();
        }
        boolean ifExists = reader.accept("if", "exists");
        StatementTarget name = StatementTarget.read(reader);
        return Optional.of(name == null ? RepeatableStatement.HARMLESS : new ConcurrentDrop(name, ifExists));
    }

    @Override
    public String before(Connection connection) throws SQLException {
        return oid(connection);
    }

    @Override
    public Outcome after(Connection connection, String before) throws SQLException {
        String now = oid(connection);
        boolean same = before.equals(Outcomes.NOT_ASKED) ? !now.isEmpty() : now.equals(before);
        return same && !(before.isEmpty() && ifExists)
                ? Outcome.undone("The index '" + name.last() + "' is not dropped.")
                : Outcome.done("The index '" + name.last() + "' is gone.");
    }

    private String oid(Connection connection) throws SQLException {
        String oid = Lookup.texts(connection, OID, name.sql()).get(0);
        return oid == null ? "" : oid;
    }
}
