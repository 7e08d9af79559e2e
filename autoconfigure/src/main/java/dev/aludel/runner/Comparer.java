package dev.aludel.runner;

import dev.aludel.dialect.Canonicalizer.Proof;
import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.ProvenExpression;
import dev.aludel.diff.Adoption;
import dev.aludel.diff.Diff;
import dev.aludel.diff.Managed;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares the metamodel with a database: reads, clears suspects, tells apart what is managed, and takes the difference. */
final class Comparer {

    private final Dialect dialect;
    private final CompareSettings settings;

    Comparer(Dialect dialect, CompareSettings settings) {
        this.dialect = dialect;
        this.settings = settings;
    }

    Comparison compare(Session session, VersionTable table, Schema entities) throws SQLException {
        boolean hasTable = table.rows(session.connection()).isPresent();
        Set<SchemaObject> created = hasTable ? table.created(session.connection()) : Set.of();
        List<ProvenExpression> known = hasTable ? table.proven(session.connection()) : List.of();
        return compare(session, table, entities, created, known);
    }

    private Comparison compare(
            Session session,
            VersionTable table,
            Schema entities,
            Set<SchemaObject> created,
            List<ProvenExpression> known)
            throws SQLException {
        String own = session.ownSchema();
        CompareFilter filter = new CompareFilter(settings, within(own, table.name()));
        Schema model = filter.filter(dialect.canonicalizer().normalize(entities, own));
        Catalog catalog = filter.filter(dialect.reader()
                .read(session.connection(), own, namespaces(model, created, own), views(model, created)));
        Proof proof = dialect.canonicalizer().prove(session.connection(), model, catalog, known);
        Managed managed =
                Managed.of(catalog.schema(), catalog.others(), proof.model(), created, settings.dropUnmanaged());
        Schema after =
                dialect.canonicalizer().nameConstraints(Adoption.adopt(proof.model(), managed.schema()), catalog);
        return new Comparison(
                Diff.between(managed, after), managed.unmanaged(), proof.unproven(), proof.proven(), Instant.now());
    }

    private Set<String> namespaces(Schema model, Set<SchemaObject> created, String own) {
        Set<String> namespaces = new LinkedHashSet<>(model.namespaces());
        namespaces.addAll(settings.schemas());
        for (SchemaObject object : created) {
            namespaces.add(
                    object.kind() == SchemaObject.Kind.SCHEMA
                            ? object.name().name()
                            : object.name().schema());
        }
        namespaces.remove("");
        namespaces.remove(own);
        return namespaces;
    }

    /** The views that the model has or a revision created. */
    private static Set<ObjectName> views(Schema model, Set<SchemaObject> created) {
        Set<ObjectName> views = new LinkedHashSet<>();
        model.views().forEach(view -> views.add(view.name()));
        created.stream()
                .filter(object -> object.kind() == SchemaObject.Kind.VIEW)
                .forEach(object -> views.add(object.name()));
        return views;
    }

    private static ObjectName within(String own, ObjectName name) {
        return name.schema().equals(own) ? ObjectName.of(name.name()) : name;
    }
}
