package dev.aludel.operation;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.TableOptions;

/** A table is stored in another way; the rows that are there stay as they are, unless the tablespace changes. */
public record AlterTableOptions(ObjectName table, TableOptions before, TableOptions after) implements Operation {

    @Override
    public AlterTableOptions reverse() {
        return new AlterTableOptions(table, after, before);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterTableOptions(this);
    }

    @Override
    public String describe() {
        return Words.changed("alter table " + table, Words.differences(before, after));
    }
}
