package dev.aludel.dialect;

/**
 * Something about a table that is not as it was made.
 *
 * @param object what it is about, such as the name of a trigger
 * @param fact a clause, such as {@code it has the trigger 'audit'}
 * @param remedy a statement that can be pasted, or a sentence; empty where there is nothing to do
 */
public record Deviation(Kind kind, String object, String fact, String remedy) {

    /** The kinds of deviation. */
    public enum Kind {
        /** There is no such table. */
        ABSENT,
        /** It belongs to a role that the current one has no reason to trust. */
        OWNER,
        /** It is a view or another relation. */
        RELATION,
        TRIGGER,
        RULE,
        ROW_SECURITY,
        INHERITANCE,
        MISSING_COLUMN,
        UNKNOWN_COLUMN,
        COLUMN_TYPE,
        COLUMN_DEFAULT,
        CONSTRAINT,
        INDEX,
        STATISTICS,
        PERSISTENCE,
        /** Its comment names another format, or none. */
        COMMENT
    }
}
