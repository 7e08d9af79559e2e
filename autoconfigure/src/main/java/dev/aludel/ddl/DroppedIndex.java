package dev.aludel.ddl;

import dev.aludel.operation.DropIndex;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import java.util.List;

/** An index as it goes. */
public final class DroppedIndex {

    private final Index index;
    private boolean concurrently;

    DroppedIndex(String name) {
        this.index = Index.of(ConstraintName.of(name), false, List.of());
    }

    /**
     * It goes while others write, in a revision that says {@code @Revision(transactional = false)}.
     * {@code t.dropIndex("users_email_idx").concurrently()}
     */
    public DroppedIndex concurrently() {
        concurrently = true;
        return this;
    }

    DropIndex operation(ObjectName table) {
        return new DropIndex(table, index, concurrently);
    }
}
