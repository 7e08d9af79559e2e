package dev.aludel.diff;

import static java.util.stream.Collectors.toSet;

import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Entities on what somebody made by hand: a view, a materialized view, a foreign table. Their tables are there in another form, so
 * that none is made, and no foreign key can refer to them.
 */
public final class NamesInUse {

    private static final Set<Kind> RELATIONS = EnumSet.of(Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.FOREIGN_TABLE);

    private NamesInUse() {}

    /**
     * The model without the tables whose names others have.
     *
     * @param others what the database holds that a schema does not speak of
     * @param created what applied revisions created: a view of theirs gives way to a table
     */
    public static Schema without(Schema model, Collection<SchemaObject> others, Set<SchemaObject> created) {
        Set<ObjectName> inUse = others.stream()
                .filter(other -> RELATIONS.contains(other.kind()) && !created.contains(other))
                .map(SchemaObject::name)
                .collect(toSet());
        return model.withTables(model.tables().stream()
                .filter(table -> !inUse.contains(table.name()))
                .map(table -> table.keeping(
                        constraint -> !(constraint instanceof ForeignKey key && inUse.contains(key.target()))))
                .toList());
    }
}
