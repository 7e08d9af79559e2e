package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.postgresql.session.Lookup;
import dev.aludel.schema.AuxiliaryObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whether an auxiliary object is there: nothing but making it again tells, which either is refused for that or, as a
 * {@code create or replace}, adds nothing to the catalogue.
 */
final class AuxiliaryObjectPresence {

    /** duplicate_column, _object, _function, _schema and _table (PostgreSQL manual, Appendix A). */
    private static final Set<String> DUPLICATES = Set.of("42701", "42710", "42723", "42P06", "42P07");

    private static final String ENTRIES = Stream.of(
                    "pg_attribute",
                    "pg_cast",
                    "pg_class",
                    "pg_collation",
                    "pg_constraint",
                    "pg_event_trigger",
                    "pg_extension",
                    "pg_namespace",
                    "pg_operator",
                    "pg_policy",
                    "pg_proc",
                    "pg_rewrite",
                    "pg_statistic_ext",
                    "pg_trigger",
                    "pg_ts_config",
                    "pg_type")
            .map(table -> "(select count(*) from pg_catalog." + table + ")")
            .collect(Collectors.joining(" + ", "select ", ""));

    private final Statement statement;

    private AuxiliaryObjectPresence(Statement statement) {
        this.statement = statement;
    }

    /** Those that are there. What was tried is rolled back. */
    static List<AuxiliaryObject> of(Connection connection, List<AuxiliaryObject> objects) throws SQLException {
        List<AuxiliaryObject> present = new ArrayList<>();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            AuxiliaryObjectPresence presence = new AuxiliaryObjectPresence(statement);
            for (AuxiliaryObject object : objects) {
                if (presence.has(object)) {
                    present.add(object);
                }
            }
            return present;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private boolean has(AuxiliaryObject object) throws SQLException {
        Savepoint begin = statement.getConnection().setSavepoint();
        try {
            long before = entries();
            for (String sql : object.create()) {
                statement.execute(sql);
            }
            return entries() == before;
        } catch (SQLException e) {
            return DUPLICATES.contains(e.getSQLState());
        } finally {
            statement.getConnection().rollback(begin);
        }
    }

    private long entries() throws SQLException {
        return Long.parseLong(Lookup.texts(statement.getConnection(), ENTRIES).get(0));
    }
}
