package dev.aludel.runner.session;

import dev.aludel.AludelException;
import dev.aludel.dialect.Waits.Blocker;
import java.time.Duration;

/** Another process has held the migration lock for longer than this one may wait. */
public final class LockWaitException extends AludelException {

    private static final long serialVersionUID = 1L;

    LockWaitException(Blocker holder, Duration waited) {
        super(
                "Another process is migrating this database: %s; waited %d s for it. Wait for it to end, end it with '%s', or raise aludel.wait-timeout."
                        .formatted(holder.words(), waited.toSeconds(), holder.remedy()));
    }
}
