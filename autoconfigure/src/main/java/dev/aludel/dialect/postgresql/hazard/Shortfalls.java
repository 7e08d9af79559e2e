package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.Shortfall;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Looks for the rows that do not hold what statements ask of them. */
final class Shortfalls {

    /** The class of errors that a value causes (PostgreSQL manual, appendix A). */
    private static final String DATA_EXCEPTION = "22";

    private final Statement session;
    private final Connection connection;

    private Shortfalls(Connection connection, Statement session) {
        this.connection = connection;
        this.session = session;
    }

    static List<Shortfall> of(Connection connection, List<Demand> demands, Duration timeout) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement session = connection.createStatement()) {
            session.setEscapeProcessing(false);
            session.execute("set transaction read only; set local lock_timeout = '1s'; set local statement_timeout = "
                    + timeout.toMillis());
            Shortfalls looking = new Shortfalls(connection, session);
            List<Shortfall> found = new ArrayList<>();
            for (Demand demand : demands) {
                looking.look(demand).ifPresent(found::add);
            }
            return found;
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** A table that is not there yet, a timeout or a lock says nothing. */
    private Optional<Shortfall> look(Demand demand) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (ResultSet rows = session.executeQuery(demand.query())) {
            long number = rows.next() ? rows.getLong(1) : 0;
            return demand.counts() && number > 0 ? Optional.of(counted(demand, number)) : Optional.empty();
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            }
            connection.rollback(before);
            boolean value = Objects.requireNonNullElse(e.getSQLState(), "").startsWith(DATA_EXCEPTION);
            return value && !demand.counts() ? Optional.of(unreadable(demand, e)) : Optional.empty();
        }
    }

    private static Shortfall counted(Demand demand, long number) {
        String message = String.format(
                Locale.ROOT,
                "The statement fails on the rows of '%s' that %s: %,d. They are found by: %s;",
                demand.table(),
                demand.words(),
                number,
                demand.query());
        return new Shortfall(demand.statement(), demand.code(), message, number);
    }

    private static Shortfall unreadable(Demand demand, SQLException failure) {
        String text = Objects.requireNonNullElse(failure.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("")
                .replace("ERROR: ", "");
        String message = "The statement fails on rows of '%s' that %s: %s."
                .formatted(demand.table(), demand.words(), text.strip());
        return new Shortfall(demand.statement(), demand.code(), message, 0);
    }
}
