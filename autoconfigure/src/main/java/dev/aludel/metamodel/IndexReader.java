package dev.aludel.metamodel;

import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Index;
import java.util.List;
import java.util.Map;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

/** The indexes of a table, as Hibernate's StandardIndexExporter prints them. */
final class IndexReader {

    List<Index> read(Table table, TableColumns columns) {
        return table.getIndexes().values().stream()
                .map(index -> read(index, columns))
                .toList();
    }

    private static Index read(org.hibernate.mapping.Index index, TableColumns columns) {
        ConstraintName name = name(index);
        IndexKeys keys = new IndexKeys(columns, name.implicit() ? "unnamed index" : "index '" + name + "'");
        Map<Selectable, String> orders = index.getSelectableOrderMap();
        index.getSelectables().forEach(part -> keys.add(part, orders.get(part)));
        return Index.of(name, index.isUnique(), keys.read()).withOptions(Texts.orEmpty(index.getOptions()));
    }

    /** Hibernate prints it without quotes, even where the mapping has them. */
    private static ConstraintName name(org.hibernate.mapping.Index index) {
        String name = Names.ofPrinted(index.getName());
        return Names.isGenerated(name) ? ConstraintName.implicit(name) : ConstraintName.of(name);
    }
}
