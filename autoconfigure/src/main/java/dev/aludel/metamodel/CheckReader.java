package dev.aludel.metamodel;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;
import org.hibernate.type.SqlTypes;

/**
 * The checks of a table in the order in which Hibernate prints them: each column's anonymous ones joined into one, then
 * the named ones of columns, the table's, and those for components of an aggregate column.
 */
final class CheckReader {

    private final Dialect dialect;
    private final Mapping mapping;

    CheckReader(Mapping mapping) {
        this.dialect = mapping.dialect();
        this.mapping = mapping;
    }

    List<CheckConstraint> read(Table table) {
        List<CheckConstraint> checks = new ArrayList<>();
        for (Column column : mapping.order().columns(table)) {
            List<org.hibernate.mapping.CheckConstraint> anonymous = column.getCheckConstraints().stream()
                    .filter(org.hibernate.mapping.CheckConstraint::isAnonymous)
                    .toList();
            if (!anonymous.isEmpty()) {
                checks.add(CheckConstraint.of(ConstraintName.unnamed(), Expression.of(joined(column, anonymous)))
                        .withConstants(ValuesReader.constants(column)));
            }
        }
        for (Column column : mapping.order().columns(table)) {
            column.getCheckConstraints().stream()
                    .filter(org.hibernate.mapping.CheckConstraint::isNamed)
                    .forEach(check -> checks.add(check(check)));
        }
        table.getChecks().forEach(check -> checks.add(check(check)));
        checks.addAll(new ComponentChecks(dialect).read(table));
        return checks;
    }

    /**
     * One alone as it is, several as {@code (a < 9) and (a > 0)}: sorted, since Bean Validation's come in the order of a set,
     * which is another in the next JVM.
     */
    private String joined(Column column, List<org.hibernate.mapping.CheckConstraint> checks) {
        return checks.size() == 1
                ? text(column, checks.get(0))
                : checks.stream()
                        .map(check -> "(" + text(column, check) + ")")
                        .sorted()
                        .collect(Collectors.joining(" and "));
    }

    /** Of an enum without constants Hibernate prints {@code color in ()}, which is no SQL: it has no value but null. */
    private String text(Column column, org.hibernate.mapping.CheckConstraint check) {
        String name = column.getQuotedName(dialect);
        boolean ofNothing = check.getConstraint().equals(dialect.getCheckCondition(name, new String[0]));
        return ofNothing ? name + " is null" : check.getConstraint();
    }

    private CheckConstraint check(org.hibernate.mapping.CheckConstraint check) {
        String name = Texts.orEmpty(check.getName());
        // options that the dialect does not print are not created either: PostgreSQL's prints none
        String options = Texts.orEmpty(dialect.appendCheckConstraintOptions(check, ""));
        return new CheckConstraint(
                name.isEmpty() ? ConstraintName.unnamed() : ConstraintName.of(Names.ofPrinted(name)),
                Expression.of(check.getConstraint()),
                options);
    }

    /** Not-null and checks of the attributes of a JSON or composite column, which only Hibernate's exporter can spell. */
    private static final class ComponentChecks extends StandardTableExporter {

        private static final String BEGIN = ", check (";

        ComponentChecks(Dialect dialect) {
            super(dialect);
        }

        List<CheckConstraint> read(Table table) {
            if (!dialect.getAggregateSupport().supportsComponentCheckConstraints()) {
                return List.of();
            }
            return table.getColumns().stream()
                    .filter(AggregateColumn.class::isInstance)
                    .map(AggregateColumn.class::cast)
                    .filter(column -> !isArray(column) && !isXml(column))
                    .map(this::text)
                    .filter(text -> !text.isEmpty())
                    .map(text -> CheckConstraint.of(ConstraintName.unnamed(), Expression.of(text)))
                    .toList();
        }

        /** Hibernate checks no components of an array, neither of JSON nor of rows. */
        private static boolean isArray(AggregateColumn column) {
            BasicValue value = (BasicValue) column.getValue();
            return switch (value.getResolution().getJdbcType().getDefaultSqlTypeCode()) {
                case SqlTypes.STRUCT_ARRAY,
                        SqlTypes.STRUCT_TABLE,
                        SqlTypes.JSON_ARRAY,
                        SqlTypes.XML_ARRAY,
                        SqlTypes.ARRAY -> true;
                default -> false;
            };
        }

        /** Attributes of XML are read by queries, which no check takes: PostgreSQL's own exporter leaves these out. */
        private static boolean isXml(AggregateColumn column) {
            return ((BasicValue) column.getValue())
                    .getResolution()
                    .getJdbcType()
                    .isXml();
        }

        private String text(AggregateColumn column) {
            StringBuilder printed = new StringBuilder();
            applyAggregateColumnCheck(printed, column);
            return printed.length() == 0 ? "" : printed.substring(BEGIN.length(), printed.length() - 1);
        }
    }
}
