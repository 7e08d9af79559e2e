package dev.aludel.runner;

import java.util.List;

/**
 * A row of the version table, as far as every command needs it.
 *
 * @param ordinal its place in the order of application, from 1
 * @param finished whether its statements all ran; false when it does not run in a transaction and was interrupted
 */
record VersionRow(AppliedRevision revision, int ordinal, boolean finished) {

    String id() {
        return revision.id();
    }

    static List<String> ids(List<VersionRow> rows) {
        return rows.stream().map(VersionRow::id).toList();
    }
}
