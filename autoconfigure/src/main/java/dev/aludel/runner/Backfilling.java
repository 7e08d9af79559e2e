package dev.aludel.runner;

import dev.aludel.dialect.Batches.Batch;
import dev.aludel.runner.execution.Step;
import dev.aludel.runner.session.MigrationLock;
import dev.aludel.runner.session.Session;
import dev.aludel.runner.version.Intent;
import dev.aludel.runner.version.VersionTable;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A step that changes rows batch after batch, and keeps in the revision's row how far it came. */
final class Backfilling {

    private static final Logger LOG = LoggerFactory.getLogger("dev.aludel.runner");

    private static final long TOLD_EVERY = 100;

    private final Session session;
    private final VersionTable table;
    private final Step step;
    private final Batch batch;
    private String position;
    private boolean more = true;
    private long batches;

    /** @param position where it goes on; empty at the beginning */
    Backfilling(Session session, VersionTable table, Step step, Batch batch, String position) {
        this.session = session;
        this.table = table;
        this.step = step;
        this.batch = batch;
        this.position = position;
        if (!position.isEmpty()) {
            LOG.info("{} goes on behind {}", step.place(), position);
        }
    }

    boolean hasMore() {
        return more;
    }

    long batches() {
        return batches;
    }

    /** The next rows and where they end take effect together. */
    void next() throws SQLException {
        if (batches > 0) {
            MigrationLock.pause(batch.pause().toMillis());
        }
        String id = step.script().id();
        session.begin();
        try {
            String end = batch.next(session.connection(), position);
            session.asItself();
            if (end == null) {
                table.done(session.connection(), id, step.checksum());
            } else {
                table.intend(session.connection(), id, new Intent(step.checksum(), end, step.sql()));
            }
            session.commit();
            more = end != null;
            position = end == null ? position : end;
        } catch (SQLException e) {
            session.rollback(e);
            throw step.failure(step.sql(), false, e);
        } catch (RuntimeException e) {
            session.rollback(e);
            throw e;
        }
        if (more && ++batches % TOLD_EVERY == 0) {
            LOG.info("{}: {} batches are done, up to {}", step.place(), batches, position);
        }
    }
}
