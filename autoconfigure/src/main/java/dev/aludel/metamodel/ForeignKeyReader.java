package dev.aludel.metamodel;

import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ForeignKey;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/** The foreign keys of a table that Hibernate creates, as its StandardForeignKeyExporter prints them. */
final class ForeignKeyReader {

    private final Mapping mapping;

    ForeignKeyReader(Mapping mapping) {
        this.mapping = mapping;
    }

    List<ForeignKey> read(Table table) {
        return table.getForeignKeyCollection().stream()
                .filter(key -> key.isCreationEnabled() && key.isPhysicalConstraint())
                .filter(key -> !key.getReferencedTable().isView())
                .map(this::read)
                .toList();
    }

    private ForeignKey read(org.hibernate.mapping.ForeignKey key) {
        String options = onDelete(key) + Texts.orEmpty(key.getOptions());
        return Optional.ofNullable(key.getKeyDefinition())
                .map(definition -> ForeignKeyText.ofDefinition(definition + " " + options, name(key), key, mapping))
                .orElseGet(() -> ForeignKeyText.withOptions(columns(key), options));
    }

    private ForeignKey columns(org.hibernate.mapping.ForeignKey key) {
        return ForeignKey.of(
                name(key),
                names(mapping.order().columns(key)),
                mapping.names().of(key.getReferencedTable()),
                names(targetColumns(key)));
    }

    private List<Column> targetColumns(org.hibernate.mapping.ForeignKey key) {
        return key.isReferenceToPrimaryKey()
                ? mapping.order().columns(key.getReferencedTable().getPrimaryKey())
                : key.getReferencedColumns();
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Names::of).toList();
    }

    private ConstraintName name(org.hibernate.mapping.ForeignKey key) {
        String name = Names.of(mapping.identifiers().toIdentifier(key.getName()));
        return Names.isGenerated(name) ? ConstraintName.implicit(name) : ConstraintName.of(name);
    }

    private static String onDelete(org.hibernate.mapping.ForeignKey key) {
        OnDeleteAction action = key.getOnDeleteAction();
        return action == null || action == OnDeleteAction.NO_ACTION ? "" : "on delete " + action.toSqlString() + " ";
    }
}
