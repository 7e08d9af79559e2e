package dev.aludel.runner.session;

import dev.aludel.AludelException;

/** A revision gave up the lock between processes, so that another process may be at work: nothing more is written. */
public final class LockLostException extends AludelException {

    private static final long serialVersionUID = 1L;

    public LockLostException(String revision) {
        super(
                "Revision '%s' gave up the lock between processes, which its session holds: nothing more of it is written down. Remove what does so, such as 'discard all' or 'select pg_advisory_unlock_all()', and run it again."
                        .formatted(revision));
    }
}
