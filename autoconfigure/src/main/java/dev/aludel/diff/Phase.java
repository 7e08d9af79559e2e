package dev.aludel.diff;

/**
 * The order of a plan. What stands on something goes before it and comes after it, so that the plan applies from first to last,
 * and its reverse from last to first.
 */
enum Phase {
    /** Views, which stand on everything else. */
    DROP_VIEW,
    /** Auxiliary objects, which may stand on anything. */
    DROP_OBJECT,
    CREATE_SCHEMA,
    /** All that follows speaks of the new names. */
    RENAME,
    /** Auxiliary objects that tables may use. */
    OBJECT_BEFORE_TABLES,
    /** Types that come or change, before the columns that have them. */
    TYPE,
    DROP_FOREIGN_KEY,
    DROP_INDEX,
    DROP_CONSTRAINT,
    /** A sequence lets go of a column that goes, or a default of a sequence that goes. */
    RELEASE,
    /** A sequence that was only the inner part of a serial column, so that its name is free for the identity's. */
    DROP_SERIAL,
    SEQUENCE,
    /** Generated columns, before the columns change that they are computed from. */
    DROP_GENERATED,
    /** Types that lose attributes, after the checks, indexes and generated columns that speak of them. */
    DROP_ATTRIBUTE,
    CREATE_TABLE,
    TABLE_COMMENT,
    /** What gives numbers from now on goes on where an identity column stopped, which is one no longer afterwards. */
    FROM_IDENTITY,
    COLUMN,
    /** Values that are called otherwise, between the check that forbids the new ones and the one that forbids the old. */
    VALUES,
    /** Generated columns, after the columns changed that they are computed from. */
    GENERATED,
    /** A sequence gets an owner that is new. */
    OWN,
    /** What gives numbers from now on goes on where its predecessor stopped, while both are there. */
    NUMBERS,
    ADD_CONSTRAINT,
    CREATE_INDEX,
    ADD_FOREIGN_KEY,
    DROP_COLUMN,
    DROP_TABLE,
    DROP_SEQUENCE,
    DROP_TYPE,
    /** Auxiliary objects that tables used. */
    DROP_OBJECT_OF_TABLES,
    DROP_SCHEMA,
    CREATE_VIEW,
    VIEW_COMMENT,
    CREATE_OBJECT,
    /** Values that a type gains in place: no statement of the same transaction may use them. */
    ENUM_VALUES
}
