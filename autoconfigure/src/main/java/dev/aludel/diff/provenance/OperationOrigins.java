package dev.aludel.diff.provenance;

import static java.util.stream.Collectors.joining;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AddEnumValues;
import dev.aludel.operation.AddMirror;
import dev.aludel.operation.AddNotNull;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.AlterSequence;
import dev.aludel.operation.AlterTableComment;
import dev.aludel.operation.AlterTableOptions;
import dev.aludel.operation.AlterType;
import dev.aludel.operation.AlterView;
import dev.aludel.operation.Backfill;
import dev.aludel.operation.ContinueNumbers;
import dev.aludel.operation.CreateAuxiliaryObject;
import dev.aludel.operation.CreateConversion;
import dev.aludel.operation.CreateIndex;
import dev.aludel.operation.CreateSchema;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.CreateType;
import dev.aludel.operation.CreateView;
import dev.aludel.operation.DropAuxiliaryObject;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.DropConversion;
import dev.aludel.operation.DropIndex;
import dev.aludel.operation.DropMirror;
import dev.aludel.operation.DropSchema;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.DropType;
import dev.aludel.operation.DropView;
import dev.aludel.operation.EachWay;
import dev.aludel.operation.OnTheWayBack;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PutBack;
import dev.aludel.operation.RemoveEnumValues;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameConstraint;
import dev.aludel.operation.RenameEnumValue;
import dev.aludel.operation.RenameIndex;
import dev.aludel.operation.RenameNotNulls;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.RenameTable;
import dev.aludel.operation.RenameType;
import dev.aludel.operation.RenameValue;
import dev.aludel.operation.TakeDown;
import dev.aludel.operation.TakeIndex;
import dev.aludel.operation.ValidateConstraint;
import dev.aludel.operation.ValidateNotNull;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Origin;
import dev.aludel.schema.Origins;
import dev.aludel.schema.Sequence;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who in the mapping an operation comes from, in words: {@code from User.email}. What is dropped comes from nobody, unless it is put back: a check is dropped and
 * added when the values of its enum change.
 */
final class OperationOrigins implements Operation.Visitor<String> {

    private static final String NOBODY = "not mapped";

    private final Origins origins;
    private final KeyOrigins keys;
    private final Replaced replaced;

    OperationOrigins(Origins origins, Replaced replaced) {
        this.origins = origins;
        this.keys = new KeyOrigins(origins);
        this.replaced = replaced;
    }

    @Override
    public String createSchema(CreateSchema operation) {
        return from(origins.namespace(operation.name()));
    }

    @Override
    public String dropSchema(DropSchema operation) {
        return NOBODY;
    }

    @Override
    public String createSequence(CreateSequence operation) {
        return sequence(operation.sequence());
    }

    @Override
    public String dropSequence(DropSequence operation) {
        return NOBODY;
    }

    @Override
    public String alterSequence(AlterSequence operation) {
        return sequence(operation.after());
    }

    @Override
    public String continueNumbers(ContinueNumbers operation) {
        return from(origins.column(operation.table(), operation.column()));
    }

    @Override
    public String createTable(CreateTable operation) {
        return from(origins.table(operation.table().name()));
    }

    @Override
    public String dropTable(DropTable operation) {
        return NOBODY;
    }

    @Override
    public String alterTableComment(AlterTableComment operation) {
        return from(origins.table(operation.table()));
    }

    @Override
    public String alterTableOptions(AlterTableOptions operation) {
        return from(origins.table(operation.table()));
    }

    @Override
    public String addColumn(AddColumn operation) {
        return from(origins.column(operation.table(), operation.column().name()));
    }

    @Override
    public String dropColumn(DropColumn operation) {
        Set<Origin> mapped =
                origins.of(operation.table()).columns().get(operation.column().name());
        return mapped == null ? NOBODY : from(mapped);
    }

    @Override
    public String alterColumn(AlterColumn operation) {
        return from(origins.column(operation.table(), operation.after().name()));
    }

    @Override
    public String addConstraint(AddConstraint operation) {
        return from(keys.of(operation.table(), operation.constraint()));
    }

    @Override
    public String dropConstraint(DropConstraint operation) {
        return replaced.makes(operation) ? from(keys.of(operation.table(), operation.constraint())) : NOBODY;
    }

    @Override
    public String takeIndex(TakeIndex operation) {
        return from(keys.of(operation.table(), operation.key()));
    }

    @Override
    public String validateConstraint(ValidateConstraint operation) {
        return from(keys.of(operation.table(), operation.constraint()));
    }

    @Override
    public String addNotNull(AddNotNull operation) {
        return from(origins.column(operation.table(), operation.column().name()));
    }

    @Override
    public String validateNotNull(ValidateNotNull operation) {
        return from(origins.column(operation.table(), operation.column().name()));
    }

    @Override
    public String backfill(Backfill operation) {
        return from(origins.table(operation.table()));
    }

    @Override
    public String addMirror(AddMirror operation) {
        return from(origins.column(operation.table(), operation.source().name()));
    }

    @Override
    public String dropMirror(DropMirror operation) {
        return from(origins.column(operation.table(), operation.source().name()));
    }

    @Override
    public String onTheWayBack(OnTheWayBack operation) {
        return operation.operation().accept(this);
    }

    @Override
    public String eachWay(EachWay operation) {
        return operation.there().stream()
                .map(step -> step.accept(this))
                .distinct()
                .collect(joining(", "));
    }

    @Override
    public String createIndex(CreateIndex operation) {
        return from(keys.of(operation.table(), operation.index()));
    }

    @Override
    public String dropIndex(DropIndex operation) {
        return replaced.makes(operation) ? from(keys.of(operation.table(), operation.index())) : NOBODY;
    }

    @Override
    public String renameTable(RenameTable operation) {
        return from(origins.table(operation.after()));
    }

    @Override
    public String renameColumn(RenameColumn operation) {
        return from(origins.column(operation.table(), operation.after()));
    }

    @Override
    public String renameConstraint(RenameConstraint operation) {
        return from(origins.table(operation.table()));
    }

    @Override
    public String renameNotNulls(RenameNotNulls operation) {
        Set<Origin> found = new LinkedHashSet<>();
        operation.names().forEach(name -> found.addAll(origins.table(name.table())));
        return from(found);
    }

    @Override
    public String renameIndex(RenameIndex operation) {
        return from(origins.table(operation.table()));
    }

    @Override
    public String renameSequence(RenameSequence operation) {
        return from(origins.sequence(operation.after()));
    }

    @Override
    public String createView(CreateView operation) {
        return from(origins.table(operation.view().name()));
    }

    @Override
    public String dropView(DropView operation) {
        return replaced.makes(operation) ? from(origins.table(operation.view().name())) : NOBODY;
    }

    @Override
    public String alterView(AlterView operation) {
        return from(origins.table(operation.after().name()));
    }

    @Override
    public String takeDown(TakeDown operation) {
        return NOBODY;
    }

    @Override
    public String putBack(PutBack operation) {
        return NOBODY;
    }

    @Override
    public String createType(CreateType operation) {
        return type(operation.type().name());
    }

    @Override
    public String dropType(DropType operation) {
        return NOBODY;
    }

    @Override
    public String renameType(RenameType operation) {
        Set<Origin> found = new LinkedHashSet<>(origins.type(operation.before()));
        found.addAll(origins.type(operation.after()));
        return from(found);
    }

    @Override
    public String alterType(AlterType operation) {
        return type(operation.after().name());
    }

    @Override
    public String renameEnumValue(RenameEnumValue operation) {
        return type(operation.type());
    }

    @Override
    public String renameValue(RenameValue operation) {
        return from(origins.column(operation.table(), operation.column()));
    }

    @Override
    public String addEnumValues(AddEnumValues operation) {
        return type(operation.after().name());
    }

    @Override
    public String removeEnumValues(RemoveEnumValues operation) {
        return type(operation.after().name());
    }

    @Override
    public String createConversion(CreateConversion operation) {
        return type(operation.to().name());
    }

    @Override
    public String dropConversion(DropConversion operation) {
        return type(operation.to().name());
    }

    @Override
    public String createAuxiliaryObject(CreateAuxiliaryObject operation) {
        return from(Set.of());
    }

    @Override
    public String dropAuxiliaryObject(DropAuxiliaryObject operation) {
        return NOBODY;
    }

    private String type(ObjectName name) {
        return from(origins.type(name));
    }

    /** A sequence of its own, or one that goes with a column. */
    private String sequence(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return from(
                owner == null || origins.sequences().containsKey(sequence.name())
                        ? origins.sequence(sequence.name())
                        : origins.column(owner.table(), owner.column()));
    }

    /** What no entity or attribute has, such as the table of a generator of one's own, is at least of the mapping. */
    private static String from(Set<Origin> found) {
        return "from " + (found.isEmpty() ? "the mapping" : Origin.list(found));
    }
}
