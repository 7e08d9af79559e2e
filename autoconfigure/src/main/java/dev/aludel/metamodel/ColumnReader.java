package dev.aludel.metamodel;

import dev.aludel.schema.Column;
import dev.aludel.schema.Expression;
import dev.aludel.schema.GeneratedValue;
import dev.aludel.schema.Identity;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** The columns of a table, as Hibernate's StandardTableExporter and ColumnDefinitions print them. */
final class ColumnReader {

    private static final Pattern COUNTS_ITSELF =
            Pattern.compile("^(small|big)?serial|\\bas\\s+identity\\b", Pattern.CASE_INSENSITIVE);

    private final Mapping mapping;
    private final Dialect dialect;

    ColumnReader(Mapping mapping) {
        this.mapping = mapping;
        this.dialect = mapping.dialect();
    }

    List<Column> read(Table table) {
        return mapping.order().columns(table).stream()
                .map(column -> read(column, isOfPrimaryKey(column, table))
                        .withValues(mapping.values().of(table, column)))
                .toList();
    }

    private static boolean isOfPrimaryKey(org.hibernate.mapping.Column column, Table table) {
        return table.hasPrimaryKey() && table.getPrimaryKey().containsColumn(column);
    }

    private Column read(org.hibernate.mapping.Column column, boolean ofPrimaryKey) {
        Column plain = Column.of(Names.of(column), type(column), !ofPrimaryKey && isNullable(column))
                .withComment(Texts.ofComment(column.getComment()));
        if (column.isIdentity()) {
            return plain.withIdentity(identity(column));
        }
        String generatedAs = column.getGeneratedAs();
        String defaultValue = generatedAs == null ? column.getDefaultValue() : null;
        return plain.withCollation(column.getCollation())
                .withDefaultValue(defaultValue == null ? null : Expression.of(defaultValue))
                .withGenerated(generatedAs == null ? null : generated(generatedAs));
    }

    /** Hibernate's text, with a columnDefinition or Jakarta Persistence options in it as the user wrote them. */
    private String type(org.hibernate.mapping.Column column) {
        String type = Texts.ofType(column.getSqlType(mapping.metadata()));
        String options = Texts.orNull(column.getOptions());
        return options == null ? type : type + " " + options;
    }

    private boolean isNullable(org.hibernate.mapping.Column column) {
        if (column.isIdentity()) {
            return false;
        }
        // PostgreSQL's dialect prints no NOT NULL after a generation expression
        boolean printsNotNull = column.getGeneratedAs() == null || dialect.supportsNotNullAfterGeneratedAs();
        return !printsNotNull || column.isNullable();
    }

    /** None where the columnDefinition says itself how the column counts: {@code bigserial}, {@code … as identity}. */
    private @Nullable Identity identity(org.hibernate.mapping.Column column) {
        String type = column.getSqlType(mapping.metadata());
        if (COUNTS_ITSELF.matcher(type).find()) {
            return null;
        }
        String clause =
                dialect.getIdentityColumnSupport().getIdentityColumnString(column.getSqlTypeCode(mapping.metadata()));
        return clause.contains("always") ? Identity.ALWAYS : Identity.BY_DEFAULT;
    }

    /** From PostgreSQL 18 on the dialect leaves out {@code stored}, so that the column is virtual. */
    private GeneratedValue generated(String expression) {
        boolean stored = dialect.generatedAs(expression).trim().endsWith(" stored");
        return new GeneratedValue(Expression.of(expression), stored);
    }
}
