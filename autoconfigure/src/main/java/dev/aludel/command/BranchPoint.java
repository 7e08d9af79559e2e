package dev.aludel.command;

import java.util.List;

/**
 * A revision that several follow.
 *
 * @param followers those that have it as down revision
 */
public record BranchPoint(RevisionInfo info, List<RevisionInfo> followers) {

    public BranchPoint {
        followers = List.copyOf(followers);
    }
}
