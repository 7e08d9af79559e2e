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
    ABSTRACT,
    /** The key is that of another entity. */
    MAPS_ID,
    /** Another entity stands on a view of the table. */
    VIEW,
    /** The table has another name after. */
    RENAMED
}
