package dev.aludel.fuzz;

/** What an entity has besides its attributes. */
enum Trait {
    VERSION,
    TIMESTAMPS,
    SOFT_DELETE,
    SOFT_DELETE_INVERTED,
    TENANT,
    MAPPED_SUPERCLASS,
    SECONDARY_TABLE,
    COMMENT,
    OTHER_COMMENT,
    CHECK,
    ABSTRACT
}
