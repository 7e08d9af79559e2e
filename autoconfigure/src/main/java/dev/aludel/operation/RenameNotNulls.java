package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The names that PostgreSQL 18 and later give to not-null constraints follow those of their tables and columns. No other version
 * has such names, so that whoever runs the statement leaves out what is not there.
 */
public record RenameNotNulls(List<Name> names) implements Operation {

    /** One constraint's name; they are renamed one after the other. */
    public record Name(ObjectName table, String before, String after) {}

    public RenameNotNulls {
        names = List.copyOf(names);
    }

    @Override
    public RenameNotNulls reverse() {
        List<Name> reversed = new ArrayList<>();
        names.forEach(name -> reversed.add(0, new Name(name.table(), name.after(), name.before())));
        return new RenameNotNulls(reversed);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameNotNulls(this);
    }

    @Override
    public String describe() {
        return names.stream()
                .map(name -> name.table().toString())
                .distinct()
                .collect(Collectors.joining(", ", "rename not-null constraints of ", ""));
    }
}
