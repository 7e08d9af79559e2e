package dev.aludel.metamodel;

import dev.aludel.AludelException;
import dev.aludel.schema.ObjectName;
import java.util.List;
import java.util.stream.Collectors;

/** An index or a unique constraint of the mapping names a column that its table does not have. */
public final class UnknownKeyColumnException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient ObjectName table;
    private final String column;

    UnknownKeyColumnException(ObjectName table, String key, String column, List<String> columns) {
        super("The " + key + " of table '" + table + "' names the column '" + column
                + "', which the table does not have. Its columns are "
                + columns.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))
                + ". Name a column as the database knows it.");
        this.table = table;
        this.column = column;
    }

    public ObjectName table() {
        return table;
    }

    public String column() {
        return column;
    }
}
