package dev.aludel.compare;

import dev.aludel.dialect.Canonicalizer;
import dev.aludel.dialect.Canonicalizer.Renamed;
import dev.aludel.dialect.Catalog;
import dev.aludel.diff.Diff;
import dev.aludel.diff.FollowingNames;
import dev.aludel.diff.Managed;
import dev.aludel.diff.RenameOperations;
import dev.aludel.diff.adoption.Adoption;
import dev.aludel.diff.adoption.NameChanges;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameNotNulls;
import dev.aludel.schema.Renames;
import dev.aludel.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A database as it is after renames, and the difference from there. What the server names after tables and columns gets the names
 * that a fresh creation would give, where its names came from the old ones.
 */
final class Renaming {

    private final Canonicalizer canonicalizer;
    private final Renames renames;
    private final Renamed renamed;
    private final FollowingNames following;

    private Renaming(Canonicalizer canonicalizer, Catalog catalog, Renames renames, Renamed renamed) {
        this.canonicalizer = canonicalizer;
        this.renames = renames;
        this.renamed = renamed;
        this.following = FollowingNames.of(
                catalog.schema(),
                renames,
                unnamed -> canonicalizer.nameConstraints(
                        unnamed, new Catalog(Schema.empty(), List.of(), catalog.serverVersion())));
    }

    static Renaming of(Canonicalizer canonicalizer, Connection connection, Catalog catalog, Renames renames)
            throws SQLException {
        Renamed renamed = renames.isEmpty()
                ? new Renamed(catalog, List.of())
                : canonicalizer.rename(connection, catalog, renames);
        return new Renaming(canonicalizer, catalog, renames, renamed);
    }

    /** What the database holds once the renames are done; constraints and indexes still have their old names. */
    Catalog database() {
        return renamed.database();
    }

    /** The renames, then what else leads to the model. */
    List<Operation> difference(Managed managed, Schema model) {
        Catalog left = new Catalog(
                following.without(renamed.database().schema()),
                renamed.database().others(),
                renamed.database().serverVersion());
        Schema named = canonicalizer.nameConstraints(
                Adoption.adopt(Diff.withValues(model, renames), following.without(managed.schema())), left);
        NameChanges names = NameChanges.between(managed.schema(), named);
        Schema before = names.applyTo(managed.schema());
        Schema after = names.operations().isEmpty() ? named : Adoption.adopt(named, before);
        return Diff.between(
                new Managed(before, managed.unmanaged(), managed.unmanagedIndexes(), managed.unmanagedConstraints()),
                after,
                operations(names));
    }

    private List<Operation> operations(NameChanges names) {
        List<Operation> operations = new ArrayList<>(RenameOperations.of(renames));
        renamed.inner().stream()
                .filter(operation -> !(operation instanceof RenameNotNulls))
                .forEach(operations::add);
        operations.addAll(names.operations());
        renamed.inner().stream().filter(RenameNotNulls.class::isInstance).forEach(operations::add);
        return operations;
    }
}
