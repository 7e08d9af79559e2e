package dev.aludel.runner;

import org.jspecify.annotations.Nullable;

/**
 * How far a revision came that does not run in a transaction and did not come to its end.
 *
 * @param upgrade whether it was being applied; false when it was being taken back
 * @param done how many of its statements are done
 * @param of how many it has; null for a class, and where there is no script
 * @param place file and line of the statement that comes next; null where there is none
 * @param statement the statement that was begun, or that comes next; null where there is none
 * @param doubt what keeps the next upgrade from going on
 * @param evidence what is known of that, as a sentence; empty where there is no doubt
 */
public record Interruption(
        String revision,
        boolean upgrade,
        int done,
        @Nullable Integer of,
        @Nullable String place,
        @Nullable String statement,
        Doubt doubt,
        String evidence) {

    /** What keeps a revision from going on by itself. */
    public enum Doubt {
        /** Nothing: the next upgrade goes on behind what is done. */
        NONE,
        /** A statement was begun, and the database does not tell whether it took effect. */
        UNKNOWN,
        /** The script is not what ran. */
        CHANGED,
        /** The code of the revision worked on the connection by itself. */
        OWN_CODE,
        /** A statement that is done answered something that the code of the revision needs. */
        ANSWER_LOST,
        /** This build has no script of it. */
        NO_SCRIPT
    }

    Interruption doubted(Doubt found, String why) {
        return new Interruption(revision, upgrade, done, of, place, statement, found, why);
    }

    Interruption at(String otherPlace, String otherStatement) {
        return new Interruption(revision, upgrade, done, of, otherPlace, otherStatement, doubt, evidence);
    }

    /** {@code its upgrade, with 2 of 5 statements done, in 'vacuum t' (db/revisions/b.sql:7)}. */
    public String position() {
        String count = of == null ? String.valueOf(done) : done + " of " + of;
        String where = place == null ? "" : " (" + place + ")";
        return (upgrade ? "its upgrade" : "its downgrade")
                + ", with " + count + " statements done"
                + (statement == null ? "" : ", at '" + statement + "'" + where);
    }
}
