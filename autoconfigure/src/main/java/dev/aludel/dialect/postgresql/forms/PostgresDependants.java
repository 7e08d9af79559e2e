package dev.aludel.dialect.postgresql.forms;

import dev.aludel.dialect.Dependants;
import dev.aludel.dialect.postgresql.catalog.CatalogQueries;
import dev.aludel.dialect.postgresql.catalog.DependantQueries;
import dev.aludel.dialect.postgresql.catalog.StoredDependant;
import dev.aludel.dialect.postgresql.catalog.TouchedObject;
import dev.aludel.dialect.postgresql.hazard.Refusal;
import dev.aludel.dialect.postgresql.hazard.RefusalQueries;
import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.dialect.postgresql.session.RolledBackTransaction;
import dev.aludel.dialect.postgresql.session.Rows;
import dev.aludel.hazard.Hazard;
import dev.aludel.operation.AddEnumValues;
import dev.aludel.operation.Operation;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Finds by pg_depend what stands on what a plan changes. */
public final class PostgresDependants implements Dependants {

    @Override
    public Kept keep(Connection connection, String ownSchema, List<Operation> plan, Schema before, Schema after)
            throws SQLException {
        LeadingRenames head = LeadingRenames.of(plan);
        Printing printing = touches -> {
            boolean renamed = !head.renames().isEmpty();
            if (touches.isEmpty() || (renamed && touches.stream().noneMatch(TouchedObject::bears))) {
                return new Found(List.of(), List.of());
            }
            return head.renames().isEmpty()
                    ? read(connection, ownSchema, touches)
                    : readRenamed(connection, ownSchema, touches, head.renames());
        };
        List<Operation> whole = new ArrayList<>();
        for (Operation operation : plan) {
            whole.add(operation instanceof AddEnumValues gain ? withKeptBack(gain, printing, after) : operation);
        }
        List<TouchedObject> touches = TouchedObjects.of(whole, after);
        return touches.isEmpty()
                ? new Kept(whole, List.of())
                : kept(LeadingRenames.of(whole), printing.print(touches), before, after);
    }

    private static Kept kept(LeadingRenames head, Found found, Schema before, Schema after) {
        Kept kept = new KeptPlan(head, found.dependants(), before, after).kept();
        Set<String> names = Belongings.names(head.rest());
        List<Hazard> hazards = new ArrayList<>(kept.hazards());
        found.refused().stream()
                .filter(one -> one.refusal()
                        .concerns(one.touch(), names.contains(one.touch().part())))
                .map(one -> one.refusal().hazard(one.touch(), one.object()))
                .distinct()
                .forEach(hazards::add);
        return new Kept(kept.plan(), hazards);
    }

    /** What stands on something, and what the server would refuse. */
    private record Found(List<StoredDependant> dependants, List<Refused> refused) {}

    private record Refused(TouchedObject touch, Refusal refusal, String object) {}

    /** What stands on the columns of an enumeration is in the way of the downgrade alone, which moves them to another type. */
    private static AddEnumValues withKeptBack(AddEnumValues gain, Printing printing, Schema after) throws SQLException {
        List<StoredDependant> found =
                printing.print(TouchedObjects.of(gain.back(), after)).dependants();
        List<Operation> back = new KeptPlan(LeadingRenames.of(gain.back()), found, after, after)
                .kept()
                .plan();
        return new AddEnumValues(gain.before(), gain.after(), back);
    }

    /** Finds what stands on something, as it is printed once the renames of the plan are done. */
    @FunctionalInterface
    private interface Printing {
        Found print(List<TouchedObject> touches) throws SQLException;
    }

    private static Found read(Connection connection, String ownSchema, List<TouchedObject> touches)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(CatalogQueries.BEGIN);
            OwnStatement.execute(connection, CatalogQueries.LOOKING);
            return print(connection, ownSchema, touches);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** What is printed must speak of the new names, which views follow by themselves: the renames are tried and rolled back. */
    private static Found readRenamed(
            Connection connection, String ownSchema, List<TouchedObject> touches, List<Operation> renames)
            throws SQLException {
        PostgresRenderer renderer = new PostgresRenderer();
        try (RolledBackTransaction trial = new RolledBackTransaction(connection)) {
            for (Operation rename : renames) {
                for (String statement : renderer.render(rename)) {
                    trial.execute(statement);
                }
            }
            OwnStatement.execute(connection, CatalogQueries.PRINTING);
            return print(connection, ownSchema, touches);
        }
    }

    private static Found print(Connection connection, String ownSchema, List<TouchedObject> touches)
            throws SQLException {
        List<StoredDependant> found = rows(
                connection,
                DependantQueries.ALL,
                ownSchema,
                touches,
                row -> StoredDependant.of(row, touches, ownSchema));
        List<Refused> refused = rows(
                connection,
                RefusalQueries.ALL,
                ownSchema,
                touches,
                row -> new Refused(
                        touches.get(row.getInt("n") - 1),
                        Refusal.valueOf(row.getString("refusal")),
                        row.getString("object")));
        return new Found(found, refused);
    }

    private static <T> List<T> rows(
            Connection connection, String query, String ownSchema, List<TouchedObject> touches, Rows.Reader<T> reader)
            throws SQLException {
        return OwnStatement.rows(
                connection,
                query,
                all -> {
                    texts(all, 1, touches, touch -> touch.kind().name().toLowerCase(Locale.ROOT));
                    texts(all, 2, touches, touch -> schema(touch.relation(), ownSchema));
                    texts(all, 3, touches, touch -> touch.relation().name());
                    texts(all, 4, touches, TouchedObject::part);
                },
                reader);
    }

    private static String schema(ObjectName name, String ownSchema) {
        return name.schema().isEmpty() ? ownSchema : name.schema();
    }

    private static void texts(
            PreparedStatement statement,
            int parameter,
            List<TouchedObject> touches,
            Function<TouchedObject, String> text)
            throws SQLException {
        statement.setArray(
                parameter,
                statement
                        .getConnection()
                        .createArrayOf("text", touches.stream().map(text).toArray()));
    }
}
