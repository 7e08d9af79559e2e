package dev.aludel.metamodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.relational.ColumnOrderingStrategy;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;

/**
 * The order of columns in tables and keys as Hibernate's schema creation settles it. It orders the metadata itself, but
 * only when {@code hbm2ddl.auto} asks for a creation, so the same is done here without changing the metadata (see
 * MetadataImpl.orderColumns).
 */
final class KeyOrder {

    private final MetadataImplementor metadata;
    private final ColumnOrderingStrategy strategy;
    private final Map<Table, Collection<Column>> tables = new HashMap<>();

    KeyOrder(MetadataImplementor metadata) {
        this.metadata = metadata;
        this.strategy = metadata.getMetadataBuildingOptions().getColumnOrderingStrategy();
    }

    /** Kept for the time of one reading, since sorting asks Hibernate for the size of every type. */
    Collection<Column> columns(Table table) {
        return tables.computeIfAbsent(table, this::order);
    }

    private Collection<Column> order(Table table) {
        List<Column> ordered = strategy.orderTableColumns(table, metadata);
        return ordered == null ? table.getColumns() : ordered;
    }

    List<Column> columns(PrimaryKey key) {
        // an original order tells that Hibernate has ordered the key already
        if (key.getColumnSpan() < 2 || key.getOriginalOrder() != null) {
            return key.getColumns();
        }
        List<Column> ordered = strategy.orderConstraintColumns(key, metadata);
        return ordered == null ? key.getColumns() : ordered;
    }

    /** A foreign key follows the order of the primary key that it refers to. */
    List<Column> columns(ForeignKey key) {
        List<Column> columns = key.getColumns();
        PrimaryKey target = key.getReferencedTable().getPrimaryKey();
        if (columns.size() < 2
                || !key.isReferenceToPrimaryKey()
                || target == null
                || target.getColumnSpan() != columns.size()
                || target.getOriginalOrder() != null) {
            return columns;
        }
        List<Column> ordered = new ArrayList<>();
        for (Column targetColumn : columns(target)) {
            ordered.add(columns.get(target.getColumns().indexOf(targetColumn)));
        }
        return ordered;
    }
}
