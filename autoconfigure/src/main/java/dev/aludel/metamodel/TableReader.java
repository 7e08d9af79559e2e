package dev.aludel.metamodel;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Table;
import dev.aludel.schema.TableOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One table with all that stands on it. */
final class TableReader {

    private final Mapping mapping;
    private final ColumnReader columns;
    private final KeyReader keys;
    private final CheckReader checks;
    private final ForeignKeyReader foreignKeys;
    private final IndexReader indexes = new IndexReader();

    TableReader(Mapping mapping) {
        this.mapping = mapping;
        this.columns = new ColumnReader(mapping);
        this.keys = new KeyReader(mapping);
        this.checks = new CheckReader(mapping);
        this.foreignKeys = new ForeignKeyReader(mapping);
    }

    Table read(org.hibernate.mapping.Table table) {
        ObjectName name = mapping.names().of(table);
        List<Column> read = columns.read(table);
        TableColumns known = TableColumns.of(name, read);
        List<Constraint> constraints = new ArrayList<>(keys.read(table, known));
        constraints.addAll(checks.read(table));
        constraints.addAll(foreignKeys.read(table));
        List<Index> allIndexes = new ArrayList<>(indexes.read(table, known));
        allIndexes.addAll(keys.readIndexes(table, known));
        return new Table(name, read, constraints, allIndexes, Texts.ofComment(table.getComment()))
                .withOptions(TableOptions.ofText(Texts.orEmpty(table.getOptions())))
                .withRows(rows(table));
    }

    /** Such as the first number of a table generator. */
    private List<String> rows(org.hibernate.mapping.Table table) {
        return table.getInitCommands(mapping.context()).stream()
                .flatMap(command -> Arrays.stream(command.initCommands()))
                .toList();
    }
}
