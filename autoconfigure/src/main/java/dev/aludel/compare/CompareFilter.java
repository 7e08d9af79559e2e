package dev.aludel.compare;

import dev.aludel.SchemaFilter;
import dev.aludel.dialect.Catalog;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import dev.aludel.schema.SchemaObject.Kind;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UserType;
import dev.aludel.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leaves out of a comparison what the properties and the application's filters leave out, on both sides. */
final class CompareFilter {

    private final NamePatterns included;
    private final NamePatterns excluded;
    private final List<SchemaFilter> filters;
    private final ObjectName versionTable;

    /** @param ownSchema the unit's own schema, which names do not spell */
    CompareFilter(CompareSettings settings, List<SchemaFilter> filters, ObjectName versionTable, String ownSchema) {
        this.filters = filters;
        this.included = new NamePatterns(settings.include(), ownSchema);
        this.excluded = new NamePatterns(settings.exclude(), ownSchema);
        this.versionTable = versionTable;
    }

    Schema filter(Schema schema) {
        return schema.withTables(kept(schema.tables(), Kind.TABLE, Table::name).stream()
                        .map(this::filter)
                        .toList())
                .withSequences(kept(schema.sequences(), Kind.SEQUENCE, Sequence::name))
                .withViews(kept(schema.views(), Kind.VIEW, View::name))
                .withTypes(kept(schema.types(), Kind.TYPE, UserType::name));
    }

    /** Patterns are about tables; a filter may leave out parts of them. What stands on a column that is left out is, too. */
    private Table filter(Table table) {
        if (filters.isEmpty()) {
            return table;
        }
        ObjectName name = table.name();
        Set<String> hidden = table.columns().stream()
                .filter(column -> !all(filter -> filter.isCompared(name, column)))
                .map(Column::name)
                .collect(Collectors.toSet());
        return table.withColumns(table.columns().stream()
                        .filter(column -> !hidden.contains(column.name()))
                        .toList())
                .keeping(constraint -> hidden.stream().noneMatch(constraint::concerns)
                        && all(filter -> filter.isCompared(name, constraint)))
                .withIndexes(table.indexes().stream()
                        .filter(index -> hidden.stream().noneMatch(index::concerns)
                                && all(filter -> filter.isCompared(name, index)))
                        .filter(index -> passes(new SchemaObject(
                                Kind.INDEX, name.sibling(index.name().text()))))
                        .toList());
    }

    Catalog filter(Catalog catalog) {
        List<SchemaObject> others =
                catalog.others().stream().filter(this::compared).toList();
        return new Catalog(filter(catalog.schema()), others, catalog.serverVersion());
    }

    /**
     * The database with the tables of known tools among what no schema speaks of, so that they are never touched.
     *
     * @param created what applied revisions created
     */
    static Catalog withoutTools(Catalog catalog, Schema model, Set<SchemaObject> created) {
        Schema database = catalog.schema();
        Predicate<ObjectName> tools = tools(model, created);
        List<SchemaObject> others = new ArrayList<>(catalog.others());
        List<Table> tables = parted(database.tables(), Kind.TABLE, Table::name, tools, others);
        List<Sequence> sequences = parted(database.sequences(), Kind.SEQUENCE, Sequence::name, tools, others);
        return new Catalog(
                database.withTables(tables).withSequences(sequences),
                others.stream().sorted().toList(),
                catalog.serverVersion());
    }

    /** The names of what known tools made, unless the model or a revision has it. */
    static Predicate<ObjectName> tools(Schema model, Set<SchemaObject> created) {
        Set<ObjectName> own = Stream.concat(
                        Stream.concat(
                                model.tables().stream().map(Table::name),
                                model.sequences().stream().map(Sequence::name)),
                        created.stream().map(SchemaObject::name))
                .collect(Collectors.toSet());
        return name -> !own.contains(name) && KnownTools.made(name);
    }

    private static <T> List<T> parted(
            List<T> objects,
            Kind kind,
            Function<T, ObjectName> name,
            Predicate<ObjectName> tools,
            List<SchemaObject> others) {
        objects.stream().map(name).filter(tools).forEach(tool -> others.add(new SchemaObject(kind, tool)));
        return objects.stream()
                .filter(object -> !tools.test(name.apply(object)))
                .toList();
    }

    private <T> List<T> kept(List<T> objects, Kind kind, Function<T, ObjectName> name) {
        return objects.stream()
                .filter(object -> compared(new SchemaObject(kind, name.apply(object))))
                .toList();
    }

    boolean compared(SchemaObject object) {
        ObjectName name = object.name();
        return !name.equals(versionTable) && included.match(name) && !excluded.match(name) && passes(object);
    }

    private boolean passes(SchemaObject object) {
        return all(filter -> filter.isCompared(object));
    }

    private boolean all(Predicate<SchemaFilter> test) {
        return filters.stream().allMatch(test);
    }
}
