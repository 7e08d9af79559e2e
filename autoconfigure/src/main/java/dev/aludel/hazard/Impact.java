package dev.aludel.hazard;

import dev.aludel.schema.ObjectName;

/**
 * What a statement does to a table: a lock, which is held until the transaction ends, and work under it.
 *
 * @param lock the strongest that it takes
 * @param work what of it grows with the table
 */
public record Impact(ObjectName table, LockMode lock, Work work) {

    /** Work that takes the longer the larger the table is, from little to much. */
    public enum Work {
        /** The catalogue alone is changed. */
        NONE,
        /** Every row is read. */
        SCAN,
        /** An index is built. */
        BUILD,
        /** Rows are changed one by one. */
        CHANGE,
        /** The table and its indexes are written anew. */
        REWRITE
    }

    /** Whether others wait for work that grows with the table. */
    public boolean blocksForLong() {
        return work == Work.CHANGE || (work != Work.NONE && lock.blocksWriters());
    }
}
