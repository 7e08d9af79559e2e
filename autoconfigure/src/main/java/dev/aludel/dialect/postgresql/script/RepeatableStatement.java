package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.Outcome;
import dev.aludel.dialect.postgresql.text.TokenReader;
import java.sql.Connection;
import java.util.Optional;

/** A statement that does the same when it runs once more: {@code vacuum}, {@code alter system}, {@code cluster} of all tables. */
record RepeatableStatement(boolean waitsInPeace) implements NonTransactionalStatement {

    /** Holds up nobody. */
    static final RepeatableStatement HARMLESS = new RepeatableStatement(true);

    static Optional<NonTransactionalStatement> read(TokenReader reader) {
        if (reader.accept("vacuum")) {
            return Optional.of(new RepeatableStatement(!reader.sees("full")));
        }
        boolean all = reader.accept("cluster") && (reader.atEnd() || (reader.sees("(") && endsInOptions(reader)));
        return all || reader.accept("alter", "system") || reader.accept("discard", "all")
                ? Optional.of(new RepeatableStatement(false))
                : Optional.empty();
    }

    private static boolean endsInOptions(TokenReader reader) {
        reader.next();
        reader.toClosing();
        return reader.atEnd();
    }

    @Override
    public String before(Connection connection) {
        return "";
    }

    @Override
    public Outcome after(Connection connection, String before) {
        return Outcome.undone("It may run again.");
    }
}
