package dev.aludel.dialect.postgresql;

import dev.aludel.dialect.Dependants;
import dev.aludel.operation.Operation;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds by pg_depend what stands on what a plan changes. */
final class PostgresDependants implements Dependants {

    @Override
    public Kept keep(Connection connection, String ownSchema, List<Operation> plan, Schema before, Schema after)
            throws SQLException {
        List<Touch> touches = Touches.of(plan, after);
        if (touches.isEmpty()) {
            return new Kept(plan, List.of());
        }
        List<StoredDependant> found = read(connection, ownSchema, touches);
        return new KeptPlan(plan, found, before, after).kept();
    }

    private static List<StoredDependant> read(Connection connection, String ownSchema, List<Touch> touches)
            throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement begin = connection.prepareStatement(CatalogQueries.BEGIN);
                PreparedStatement timeout = connection.prepareStatement(CatalogQueries.LOCK_TIMEOUT);
                PreparedStatement printing = connection.prepareStatement(CatalogQueries.PRINTING);
                PreparedStatement all = connection.prepareStatement(DependantQueries.ALL)) {
            begin.execute();
            timeout.execute();
            printing.execute();
            texts(connection, all, 1, touches, touch -> touch.kind().name().toLowerCase(Locale.ROOT));
            texts(connection, all, 2, touches, touch -> schema(touch.relation(), ownSchema));
            texts(connection, all, 3, touches, touch -> touch.relation().name());
            texts(connection, all, 4, touches, Touch::part);
            List<StoredDependant> found = new ArrayList<>();
            try (ResultSet rows = all.executeQuery()) {
                while (rows.next()) {
                    found.add(StoredDependant.of(rows, touches, ownSchema));
                }
            }
            return found;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static String schema(ObjectName name, String ownSchema) {
        return name.schema().isEmpty() ? ownSchema : name.schema();
    }

    private static void texts(
            Connection connection,
            PreparedStatement statement,
            int parameter,
            List<Touch> touches,
            java.util.function.Function<Touch, String> text)
            throws SQLException {
        statement.setArray(
                parameter,
                connection.createArrayOf("text", touches.stream().map(text).toArray()));
    }
}
