package dev.aludel.runner;

/**
 * A statement that is about to run outside of a transaction.
 *
 * @param checksum of its step
 * @param before what the dialect has to know of the database as it was before
 * @param sql its text; empty where the code of a revision works by itself
 */
record Intent(String checksum, String before, String sql) {

    /** What the version table keeps. */
    String print() {
        return checksum + "\n" + before + "\n" + sql;
    }

    static Intent parse(String text) {
        String[] parts = text.split("\n", 3);
        return new Intent(parts[0], parts[1], parts[2]);
    }
}
