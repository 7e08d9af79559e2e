package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import java.util.List;

/**
 * The names that PostgreSQL 18 and later give to not-null constraints follow those of their table and columns. No other version
 * has such names, so that whoever runs the statement leaves out what is not there.
 */
public record RenameNotNulls(ObjectName table, List<Name> names) implements Operation {

    /** One constraint's name. */
    public record Name(String before, String after) {}

    public RenameNotNulls {
        names = List.copyOf(names);
    }

    @Override
    public RenameNotNulls reverse() {
        return new RenameNotNulls(
                table,
                names.stream()
                        .map(name -> new Name(name.after(), name.before()))
                        .toList());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameNotNulls(this);
    }

    @Override
    public String describe() {
        return "rename not-null constraints of " + table;
    }
}
