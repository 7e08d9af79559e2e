package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.Outcome;
import java.sql.Connection;
import java.util.Optional;

/** A statement that does the same when it runs once more: {@code vacuum}, {@code alter system}, {@code cluster} of all tables. */
record Repeatable(boolean waitsInPeace) implements LoneStatement {

    /** Holds up nobody. */
    static final Repeatable HARMLESS = new Repeatable(true);

    static Optional<LoneStatement> read(TokenReader reader) {
        if (reader.accept("vacuum")) {
            return Optional.of(new Repeatable(!reader.sees("full")));
        }
        boolean all = reader.accept("cluster") && (reader.atEnd() || (reader.sees("(") && endsInOptions(reader)));
        return all || reader.accept("alter", "system") || reader.accept("discard", "all")
                ? Optional.of(new Repeatable(false))
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
