package dev.aludel.command;

import dev.aludel.AludelException;
import java.util.Collection;
import java.util.List;

/** Values for columns that need none. */
public final class UnusedDefaultException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> columns;

    UnusedDefaultException(Collection<String> columns) {
        super(
                "No revision was written: --default names '" + String.join("', '", columns)
                        + "', which this revision neither adds nor makes not null. Name a column that it does, as table.column.");
        this.columns = List.copyOf(columns);
    }

    /** The columns, as the user named them. */
    public List<String> columns() {
        return columns;
    }
}
