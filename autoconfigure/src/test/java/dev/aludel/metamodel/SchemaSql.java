package dev.aludel.metamodel;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a schema word for word as SQL, with every name quoted, so that a test can create what the reader read. */
final class SchemaSql implements Constraint.Visitor<String> {

    private final String defaultSchema;

    SchemaSql(String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    String[] of(Schema schema) {
        List<String> sql = new ArrayList<>();
        Stream.concat(schema.namespaces().stream(), Stream.of(defaultSchema))
                .forEach(name -> sql.add("create schema if not exists " + quoted(name)));
        schema.sequences().forEach(sequence -> sql.add(sequence(sequence)));
        schema.tables().forEach(table -> sql.addAll(table(table)));
        schema.tables().forEach(table -> table.indexes().forEach(index -> sql.add(index(index, table))));
        schema.tables()
                .forEach(table -> table.foreignKeys()
                        .forEach(key -> sql.add("alter table %s add %s%s"
                                .formatted(quoted(table.name()), named(key.name()), key.accept(this)))));
        return sql.toArray(String[]::new);
    }

    private String sequence(Sequence sequence) {
        Sequence.Options options = sequence.options();
        return "create sequence %s start with %s increment by %s"
                        .formatted(quoted(sequence.name()), sequence.start(), sequence.increment())
                + (options == null
                        ? ""
                        : " as %s minvalue %s maxvalue %s cache %s%s"
                                .formatted(
                                        options.type(),
                                        options.minimum(),
                                        options.maximum(),
                                        options.cache(),
                                        options.cycle() ? " cycle" : ""));
    }

    private List<String> table(Table table) {
        Stream<String> columns = table.columns().stream().map(this::column);
        Stream<String> constraints =
                table.keeping(constraint -> !(constraint instanceof ForeignKey)).constraints().stream()
                        .map(constraint -> named(constraint.name()) + constraint.accept(this));
        List<String> sql = new ArrayList<>();
        sql.add("create table %s (%s)"
                .formatted(
                        quoted(table.name()),
                        Stream.concat(columns, constraints).collect(Collectors.joining(", "))));
        sql.addAll(comment("table " + quoted(table.name()), table.comment()));
        table.columns()
                .forEach(column -> sql.addAll(
                        comment("column " + quoted(table.name()) + "." + quoted(column.name()), column.comment())));
        return sql;
    }

    private String column(Column column) {
        StringBuilder sql = new StringBuilder(quoted(column.name()) + " " + column.type());
        if (column.collation() != null) {
            sql.append(" collate ").append(quoted(column.collation()));
        }
        if (column.defaultValue() != null) {
            sql.append(" default ").append(column.defaultValue());
        }
        if (column.identity() != null) {
            String how = column.identity().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            sql.append(" generated ").append(how).append(" as identity");
        }
        if (column.generated() != null) {
            sql.append(" generated always as (").append(column.generated().expression());
            sql.append(column.generated().stored() ? ") stored" : ")");
        }
        return sql.append(column.nullable() ? "" : " not null").toString();
    }

    private String index(Index index, Table table) {
        return "create %s %s on %s (%s) %s %s %s %s"
                .formatted(
                        index.unique() ? "unique index" : "index",
                        index.name().isUnnamed() ? "" : quoted(index.name().text()),
                        quoted(table.name()),
                        index.keys().stream().map(this::key).collect(Collectors.joining(", ")),
                        index.include().isEmpty() ? "" : "include " + quoted(index.include()),
                        index.nullsDistinct() ? "" : "nulls not distinct",
                        index.options(),
                        index.predicate() == null ? "" : "where " + index.predicate());
    }

    private String key(IndexKey key) {
        String text = key.isColumn()
                ? quoted(key.expression().declared())
                : "(" + key.expression().declared() + ")";
        return text + (key.descending() ? " desc" : "");
    }

    private static List<String> comment(String object, @Nullable String text) {
        return text == null ? List.of() : List.of("comment on " + object + " is '" + text.replace("'", "''") + "'");
    }

    @Override
    public String primaryKey(PrimaryKey constraint) {
        return "primary key " + quoted(constraint.columns());
    }

    @Override
    public String unique(UniqueConstraint constraint) {
        return "unique " + (constraint.nullsDistinct() ? "" : "nulls not distinct ") + quoted(constraint.columns())
                + " " + constraint.options();
    }

    @Override
    public String foreignKey(ForeignKey key) {
        return "foreign key %s references %s %s on delete %s on update %s %s"
                .formatted(
                        quoted(key.columns()),
                        quoted(key.target()),
                        quoted(key.targetColumns()),
                        key.onDelete().name().replace('_', ' '),
                        key.onUpdate().name().replace('_', ' '),
                        key.options());
    }

    @Override
    public String check(CheckConstraint constraint) {
        return "check (" + constraint.expression() + ") " + constraint.options();
    }

    @Override
    public String exclusion(ExclusionConstraint constraint) {
        throw new AssertionError("Hibernate has none");
    }

    private static String named(ConstraintName name) {
        return name.isUnnamed() ? "" : "constraint " + quoted(name.text()) + " ";
    }

    private String quoted(ObjectName name) {
        return quoted(name.schema().isEmpty() ? defaultSchema : name.schema()) + "." + quoted(name.name());
    }

    private static String quoted(List<String> names) {
        return names.stream().map(SchemaSql::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
