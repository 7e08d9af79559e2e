package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.Outcome;
import dev.aludel.dialect.postgresql.session.Lookup;
import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.dialect.postgresql.text.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@code alter table … detach partition … concurrently}. One that is stopped leaves the partition pending, to be finalized. */
record ConcurrentDetach(StatementTarget parent, StatementTarget partition) implements NonTransactionalStatement {

    private static final String PENDING = OwnStatement.WITH_SPEAKING + """
            select inhdetachpending::text from pg_catalog.pg_inherits
            where inhparent = (select to_regclass(?) from speaking) and inhrelid = (select to_regclass(?) from speaking)""";

    /** Behind {@code alter table}. */
    static Optional<NonTransactionalStatement> read(TokenReader reader) {
        reader.accept("if", "exists");
        reader.accept("only");
        StatementTarget parent = StatementTarget.read(reader);
        if (parent == null || !reader.accept("detach", "partition")) {
            return Optional.empty();
        }
        StatementTarget partition = StatementTarget.read(reader);
        return partition == null || !reader.accept("concurrently")
                ? Optional.empty()
                : Optional.of(new ConcurrentDetach(parent, partition));
    }

    @Override
    public String before(Connection connection) throws SQLException {
        return state(connection);
    }

    private String state(Connection connection) throws SQLException {
        List<String> pending = Lookup.texts(connection, PENDING, parent.sql(), partition.sql());
        return pending.isEmpty() ? "apart" : pending.get(0).equals("true") ? "pending" : "attached";
    }

    @Override
    public Outcome after(Connection connection, String before) throws SQLException {
        String now = state(connection);
        if (now.equals("pending")) {
            return Outcome.done(
                    "The partition '" + partition.last() + "' is being detached, and not finalized.",
                    "alter table " + parent.sql() + " detach partition " + partition.sql() + " finalize");
        }
        return now.equals("apart") && !before.equals("apart")
                ? Outcome.done("The partition '" + partition.last() + "' is detached.")
                : Outcome.undone("The partition '" + partition.last() + "' is as it was before.");
    }
}
