package dev.aludel.schema;

import java.util.List;

/** A schema whose tables, columns and sequences have other names. */
final class RenamedSchema {

    private final Renames renames;

    RenamedSchema(Renames renames) {
        this.renames = renames;
    }

    Schema of(Schema schema) {
        return schema.mapTables(this::table)
                .withSequences(schema.sequences().stream().map(this::sequence).toList())
                .withTypes(schema.types().stream().map(this::type).toList());
    }

    private UserType type(UserType type) {
        return type instanceof EnumType enumeration
                ? enumeration.withValues(enumeration.values().stream()
                        .map(value -> renames.valuesOf(type.name()).getOrDefault(value, value))
                        .toList())
                : type;
    }

    private Sequence sequence(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        Sequence renamed = sequence.withName(renames.sequence(sequence.name()));
        return owner == null
                ? renamed
                : renamed.withOptions(
                        sequence.options(),
                        new Sequence.Owner(
                                renames.table(owner.table()), renames.column(owner.table(), owner.column())));
    }

    private Table table(Table table) {
        ObjectName before = table.name();
        Constraint.Visitor<Constraint> constraints = new Constraints(before);
        return table.withName(renames.table(before))
                .withColumns(table.columns().stream()
                        .map(column -> column.withName(renames.column(before, column.name())))
                        .toList())
                .withConstraints(table.constraints().stream()
                        .map(constraint -> constraint.accept(constraints))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> index(before, index))
                        .toList());
    }

    private Index index(ObjectName table, Index index) {
        List<IndexKey> keys = index.keys().stream()
                .map(key -> key.isColumn()
                        ? key.withExpression(Expression.of(
                                renames.column(table, key.expression().declared())))
                        : key)
                .toList();
        return new Index(
                index.name(),
                index.unique(),
                keys,
                index.method(),
                columns(table, index.include()),
                index.nullsDistinct(),
                index.predicate(),
                index.options(),
                index.valid());
    }

    private List<String> columns(ObjectName table, List<String> columns) {
        return columns.stream().map(column -> renames.column(table, column)).toList();
    }

    private final class Constraints implements Constraint.Visitor<Constraint> {

        private final ObjectName table;

        Constraints(ObjectName table) {
            this.table = table;
        }

        @Override
        public Constraint primaryKey(PrimaryKey key) {
            return new PrimaryKey(key.name(), columns(table, key.columns()));
        }

        @Override
        public Constraint unique(UniqueConstraint key) {
            return new UniqueConstraint(key.name(), columns(table, key.columns()), key.nullsDistinct(), key.options());
        }

        @Override
        public Constraint foreignKey(ForeignKey key) {
            return new ForeignKey(
                    key.name(),
                    columns(table, key.columns()),
                    renames.table(key.target()),
                    columns(key.target(), key.targetColumns()),
                    key.onDelete(),
                    key.onUpdate(),
                    columns(table, key.deleteColumns()),
                    key.matchFull(),
                    key.options(),
                    key.validity());
        }

        @Override
        public Constraint check(CheckConstraint check) {
            return check;
        }

        @Override
        public Constraint exclusion(ExclusionConstraint constraint) {
            return constraint;
        }
    }
}
