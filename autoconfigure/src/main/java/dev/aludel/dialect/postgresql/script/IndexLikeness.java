package dev.aludel.dialect.postgresql.script;

import dev.aludel.dialect.postgresql.session.Lookup;
import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.dialect.postgresql.text.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Whether an index is what a statement makes: the server makes it once more on an empty temporary table with the same columns,
 * which is rolled back, and both are compared as it prints them. Where it may not, they pass for alike.
 */
final class IndexLikeness {

    private static final String PRINTED = OwnStatement.WITH_SPEAKING + """
            select concat_ws(' | ', i.indisunique, a.amname, i.indnkeyatts, i.indoption, i.indclass, i.indcollation,
                c.reloptions, to_jsonb(i) ->> 'indnullsnotdistinct', pg_get_expr(i.indpred, i.indrelid),
                array(select pg_get_indexdef(i.indexrelid, k, false) from generate_series(1, i.indnatts) k))
            from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indexrelid
            join pg_catalog.pg_am a on a.oid = c.relam
            cross join speaking
            where i.indexrelid = ?::oid""";

    private static final String TWIN = OwnStatement.WITH_SPEAKING + """
            select indexrelid::text from pg_catalog.pg_index
            where indrelid = (select to_regclass(?) from speaking) order by indexrelid""";

    private final ConcurrentIndex wanted;

    IndexLikeness(ConcurrentIndex wanted) {
        this.wanted = wanted;
    }

    boolean holds(Connection connection, String index) throws SQLException {
        List<String> found = Lookup.texts(connection, PRINTED, index);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            String twin = "pg_temp." + Identifiers.quote(wanted.table().last());
            statement.execute("create temporary table %s (like %s)"
                    .formatted(
                            Identifiers.quote(wanted.table().last()),
                            wanted.table().sql()));
            statement.execute(
                    "create %sindex on %s %s".formatted(wanted.unique() ? "unique " : "", twin, wanted.definition()));
            String made = Lookup.texts(connection, TWIN, twin).get(0);
            return Lookup.texts(connection, PRINTED, made).equals(found);
        } catch (SQLException e) {
            return true;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
