package dev.aludel.fuzz;

/** What can be said of a column besides its type; where two contradict each other, the first counts. */
enum ColumnOption {
    NOT_NULL,
    VALIDATED_NOT_NULL,
    UNIQUE,
    QUOTED_NAME,
    MIXED_CASE_NAME,
    RESERVED_NAME,
    NON_ASCII_NAME,
    LONG_NAME,
    PLAIN_NAME,
    SHORT,
    LONG,
    VALIDATED_SIZE,
    PRECISION,
    SCALE,
    SECONDS,
    MILLISECONDS,
    DEFAULT,
    OTHER_DEFAULT,
    DEFINITION,
    OTHER_DEFINITION,
    COMMENT,
    OTHER_COMMENT,
    CHECK,
    OTHER_CHECK,
    NAMED_CHECK,
    COLLATION,
    SECONDARY_TABLE,
    NATURAL_ID
}
