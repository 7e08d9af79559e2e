package dev.aludel.command;

import dev.aludel.revision.Revision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision as a list shows it.
 *
 * @param created when its script was written, if the script says so
 * @param location where its script was read
 * @param head whether no other revision follows it
 * @param current whether the database stands at it; false where no database was asked
 * @param branchPoint whether several revisions follow it
 */
public record RevisionInfo(
        Revision revision,
        @Nullable Instant created,
        String location,
        boolean head,
        boolean current,
        boolean branchPoint) {

    /** Whether it joins branches. */
    public boolean mergePoint() {
        return revision.downRevisions().size() > 1;
    }
}
