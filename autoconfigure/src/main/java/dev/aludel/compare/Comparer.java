package dev.aludel.compare;

import dev.aludel.SchemaFilter;
import dev.aludel.dialect.Canonicalizer.Proof;
import dev.aludel.dialect.Catalog;
import dev.aludel.dialect.Definitions.Printed;
import dev.aludel.dialect.Dependants.Kept;
import dev.aludel.dialect.Dialect;
import dev.aludel.diff.Completion;
import dev.aludel.diff.Diff;
import dev.aludel.diff.Managed;
import dev.aludel.diff.NamesInUse;
import dev.aludel.diff.RenameAnswers;
import dev.aludel.diff.RenameCandidate;
import dev.aludel.diff.RenameCandidates;
import dev.aludel.diff.RenameResolution;
import dev.aludel.diff.adoption.Acceptances;
import dev.aludel.diff.provenance.Provenance;
import dev.aludel.hazard.Situation;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Acceptance;
import dev.aludel.schema.AuxiliaryObject;
import dev.aludel.schema.Model;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.RenameHint;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Compares the metamodel with a database: reads, clears suspects, tells apart what is managed, and takes the difference. */
public final class Comparer {

    private final Dialect dialect;
    private final CompareSettings settings;
    private final List<SchemaFilter> filters;

    public Comparer(Dialect dialect, CompareSettings settings, List<SchemaFilter> filters) {
        this.dialect = dialect;
        this.settings = settings;
        this.filters = filters;
    }

    /** @param accepted the differences of an adopted schema that are none */
    public Comparison compare(
            ComparedDatabase compared,
            Remembered remembered,
            Model entities,
            RenameAnswers answers,
            Set<Acceptance> accepted)
            throws SQLException {
        Set<SchemaObject> created = remembered.created();
        String own = compared.own();
        Sides sides = sides(compared, entities, created);
        Catalog catalog = withObjects(sides.catalog(), created);
        Schema model = sides.model();
        List<RenameHint> hints = entities.renames().stream()
                .map(hint -> dialect.canonicalizer().normalize(hint, own))
                .toList();
        Renaming renaming = Renaming.of(
                dialect.canonicalizer(),
                compared.connection(),
                catalog,
                RenameResolution.of(catalog.schema(), model, hints, answers));
        Proof proof =
                dialect.canonicalizer().prove(compared.connection(), model, renaming.database(), remembered.proven());
        Schema database = renaming.database().schema();
        Schema wanted = accepted.isEmpty()
                ? proof.model()
                : acceptances(
                                Managed.of(
                                        database, catalog.others(), proof.model(), created, settings.dropUnmanaged()),
                                proof.model(),
                                entities,
                                own)
                        .applied(accepted);
        Managed managed = Managed.of(database, catalog.others(), wanted, created, settings.dropUnmanaged());
        List<RenameCandidate> candidates = settings.renameCandidates() == RenamePolicy.DROP
                ? List.of()
                : RenameCandidates.of(managed, database, wanted, answers);
        Kept kept = dialect.dependants()
                .keep(compared.connection(), own, renaming.difference(managed, wanted), managed.schema(), wanted);
        return new Comparison(
                Provenance.of(kept.plan(), () -> entities.origins().get().within(own)),
                managed.unmanaged(),
                proof.unproven(),
                candidates,
                proof.proven(),
                Instant.now(),
                kept.hazards(),
                managed.withAllIndexes(),
                kept.plan().isEmpty()
                        ? Situation.unknown()
                        : dialect.gauge().situation(compared.connection(), own, kept.plan()));
    }

    /** The differences of a database without revisions that change no value. */
    public List<Acceptance> acceptable(ComparedDatabase compared, Model entities) throws SQLException {
        Sides sides = sides(compared, entities, Set.of());
        Proof proof = dialect.canonicalizer().prove(compared.connection(), sides.model(), sides.catalog(), List.of());
        Managed managed = Managed.of(
                sides.catalog().schema(), sides.catalog().others(), proof.model(), Set.of(), settings.dropUnmanaged());
        return acceptances(managed, proof.model(), entities, compared.own()).all();
    }

    private Acceptances acceptances(Managed managed, Schema model, Model entities, String own) {
        return Acceptances.between(
                managed.withAllIndexes(),
                model,
                dialect.types()::keeps,
                () -> entities.origins().get().within(own));
    }

    /** What makes the objects of the model that the database lacks; what is there is not compared. */
    public List<Operation> missing(ComparedDatabase compared, Model entities) throws SQLException {
        Sides sides = sides(compared, entities, Set.of());
        Catalog catalog = sides.catalog();
        Schema completed = dialect.canonicalizer()
                .nameConstraints(Completion.of(catalog.schema(), catalog.others(), sides.model()), catalog);
        return dialect.dependants()
                .keep(
                        compared.connection(),
                        compared.own(),
                        Diff.between(catalog.schema(), completed),
                        catalog.schema(),
                        completed)
                .plan();
    }

    /** What makes a database like this one. */
    public Baseline baseline(ComparedDatabase compared, Model entities) throws SQLException {
        Sides sides = sides(compared, entities, Set.of());
        Schema database = sides.catalog().schema().withViews(List.of());
        Set<String> namespaces = Set.copyOf(database.namespaces());
        CompareFilter filter = filter(compared);
        Predicate<ObjectName> tools = CompareFilter.tools(sides.model(), Set.of());
        Printed printed = dialect.definitions()
                .print(
                        compared.connection(),
                        compared.own(),
                        namespaces,
                        object -> filter.compared(object) && !tools.test(object.name()));
        List<AuxiliaryObject> objects = dialect.definitions()
                .present(compared.connection(), sides.model().objects());
        return Baseline.of(database, printed, sides.model()).withMapped(objects);
    }

    /** What is compared, both in normal form. */
    private record Sides(Schema model, Catalog catalog) {}

    private Sides sides(ComparedDatabase compared, Model entities, Set<SchemaObject> created) throws SQLException {
        String own = compared.own();
        CompareFilter filter = filter(compared);
        Schema model = filter.filter(dialect.canonicalizer().normalize(entities.schema(), own));
        Catalog catalog = dialect.reader()
                .read(compared.connection(), own, namespaces(model, created, own), views(model, created));
        Catalog filtered = filter.filter(catalog);
        return new Sides(
                NamesInUse.without(model, filtered.others(), created),
                CompareFilter.withoutTools(filtered, model, created));
    }

    private CompareFilter filter(ComparedDatabase compared) {
        return new CompareFilter(settings, filters, compared.versionTable(), compared.own());
    }

    /** With the auxiliary objects that revisions made: nothing else knows of them. */
    private static Catalog withObjects(Catalog catalog, Set<SchemaObject> created) {
        List<AuxiliaryObject> objects = created.stream()
                .filter(object -> object.kind() == SchemaObject.Kind.OBJECT)
                .map(object -> AuxiliaryObject.parse(object.name().name()))
                .toList();
        return new Catalog(catalog.schema().withObjects(objects), catalog.others(), catalog.serverVersion());
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
}
