package dev.aludel.runner;

import dev.aludel.revision.Revision;

/** Is told how far an upgrade or downgrade is. */
public interface Progress {

    /** Nobody looks. */
    Progress NONE = (number, of, revision) -> {};

    /**
     * A revision begins to run.
     *
     * @param number from 1
     * @param of how many there are
     */
    void running(int number, int of, Revision revision);
}
