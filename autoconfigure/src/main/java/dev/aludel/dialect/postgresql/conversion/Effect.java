package dev.aludel.dialect.postgresql.conversion;

/** An effect of a {@link Conversion} on the values that are there. */
public enum Effect {
    /** A value that does not fit stops the upgrade. */
    NARROWS,
    /** Values are rounded or cut, and do not come back. */
    ROUNDS,
    /** Blanks at the end of a text are dropped: they mean nothing to a {@code char(n)}. */
    TRIMS,
    /** Values are read as those of another kind of type; what cannot be read stops the upgrade. */
    READS,
    /** No value of the one type is one of the other. */
    NEVER,
    /** A downgrade brings the same value back in another spelling. */
    RESPELLS,
    /** Arrays without a value become null. */
    EMPTIES,
    /** Names of an enum's constants become their numbers, or numbers names. */
    READS_CONSTANTS,
    /** Nothing but a convention tells which values are true. */
    ASSUMES_TRUTH,
    /** Times without a zone are taken for those of one. */
    ASSUMES_ZONE,
    /** Times without a day are taken for those of 1970-01-01, as by Hibernate. */
    ASSUMES_DAY,
    /** Numbers are taken for nanoseconds, as by Hibernate. */
    ASSUMES_UNIT,
    /** The content of large objects is copied, and they stay. */
    LEAVES_OBJECTS
}
