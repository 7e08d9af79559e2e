package dev.aludel.runner;

import dev.aludel.dialect.Catalog;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.schema.Table;
import java.util.HashSet;
import java.util.Set;

/** The objects of a catalogue by kind and name, as the header {@code creates} names them. */
final class CatalogObjects {

    /** The kinds that a script says it creates and a catalogue names. */
    static final Set<Kind> NAMED = Set.of(Kind.SCHEMA, Kind.TYPE, Kind.SEQUENCE, Kind.TABLE, Kind.INDEX, Kind.VIEW);

    private CatalogObjects() {}

    static Set<SchemaObject> of(Catalog catalog) {
        Set<SchemaObject> existing = new HashSet<>(catalog.others());
        catalog.schema().namespaces().forEach(name -> existing.add(new SchemaObject(Kind.SCHEMA, ObjectName.of(name))));
        catalog.schema().types().forEach(type -> existing.add(new SchemaObject(Kind.TYPE, type.name())));
        catalog.schema().sequences().forEach(each -> existing.add(new SchemaObject(Kind.SEQUENCE, each.name())));
        catalog.schema().views().forEach(view -> existing.add(new SchemaObject(Kind.VIEW, view.name())));
        for (Table table : catalog.schema().tables()) {
            existing.add(new SchemaObject(Kind.TABLE, table.name()));
            table.indexes()
                    .forEach(index -> existing.add(new SchemaObject(
                            Kind.INDEX, table.name().sibling(index.name().text()))));
        }
        return existing;
    }
}
