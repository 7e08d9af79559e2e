package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.Definitions;
import dev.aludel.dialect.postgresql.session.OwnStatement;
import dev.aludel.dialect.postgresql.session.Rows;
import dev.aludel.operation.PutBack;
import dev.aludel.schema.AuxiliaryObject;
import dev.aludel.schema.Dependant;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What pg_dump would print beside tables, sequences and types, without owners of what the application's role owns. */
public final class PostgresDefinitions implements Definitions {

    /** The text of a function may speak of what comes after it; PostgreSQL's own dumps say so, too. */
    private static final String UNCHECKED = "set local check_function_bodies to off";

    @Override
    public Printed print(Connection connection, String ownSchema, Set<String> namespaces, Predicate<SchemaObject> made)
            throws SQLException {
        Set<String> names = new LinkedHashSet<>(namespaces);
        names.add(ownSchema);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(CatalogQueries.BEGIN);
            OwnStatement.execute(connection, CatalogQueries.LOOKING);
            Array in = connection.createArrayOf("name", names.toArray());
            List<StoredDependant> found = Rows.of(
                    connection, DefinitionQueries.ALL, in, row -> StoredDependant.of(row, List.of(), ownSchema));
            List<SchemaObject> omitted =
                    Rows.of(connection, DefinitionQueries.OMITTED, in, row -> object(row, ownSchema));
            Foundations ground = new Foundations(made);
            omitted.forEach(ground::lacks);
            Rows.each(
                    connection,
                    DefinitionQueries.RELATIONS,
                    in,
                    row -> ground.relation(row.getString("key"), row.getBoolean("wanted"), object(row, ownSchema)));
            List<StoredDependant> standing = ground.standing(found);
            return printed(standing, joined(omitted, ground.fallen()));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public List<AuxiliaryObject> present(Connection connection, List<AuxiliaryObject> objects) throws SQLException {
        return objects.isEmpty() ? objects : AuxiliaryObjectPresence.of(connection, objects);
    }

    private static SchemaObject object(ResultSet row, String ownSchema) throws SQLException {
        String namespace = row.getString("nspname");
        return new SchemaObject(
                Kind.valueOf(row.getString("kind")),
                ObjectName.of(namespace.equals(ownSchema) ? "" : namespace, row.getString("name")));
    }

    private static Printed printed(List<StoredDependant> found, List<SchemaObject> omitted) {
        Predicate<StoredDependant> first = is(Kind.EXTENSION).or(is(Kind.TYPE));
        Predicate<StoredDependant> early = is(Kind.FUNCTION).and(one -> !standsOnRelation(one));
        List<PutBack> functions = ordered(found, early);
        return new Printed(
                joined(ordered(found, is(Kind.EXTENSION)), ordered(found, is(Kind.TYPE))),
                functions.isEmpty() ? functions : unchecked(functions),
                ordered(found, first.or(early).negate()),
                omitted);
    }

    private static Predicate<StoredDependant> is(Kind kind) {
        return one -> one.object().kind() == kind;
    }

    /** Whether a function takes or gives rows of a table, or has a body that the server has read. */
    private static boolean standsOnRelation(StoredDependant function) {
        return function.onOthers().stream().anyMatch(key -> key.startsWith(StoredDependant.RELATION));
    }

    private static List<PutBack> ordered(List<StoredDependant> found, Predicate<StoredDependant> wanted) {
        Rebuilding steps = new Rebuilding();
        found.stream().filter(wanted).forEach(one -> steps.up(new PutBack(one.dependant()), one));
        List<PutBack> ordered = new ArrayList<>();
        steps.ups().forEach(operation -> ordered.add((PutBack) operation));
        return ordered;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<PutBack> unchecked(List<PutBack> functions) {
        List<PutBack> all = new ArrayList<>(functions);
        Dependant first = all.get(0).dependant();
        List<String> restoration = new ArrayList<>(List.of(UNCHECKED));
        restoration.addAll(first.restoration());
        all.set(0, new PutBack(new Dependant(first.object(), first.removal(), restoration)));
        return all;
    }
}
