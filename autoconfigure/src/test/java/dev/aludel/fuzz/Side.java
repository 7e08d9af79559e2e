package dev.aludel.fuzz;

/** One of the two mappings of a pair. */
enum Side {
    BEFORE,
    AFTER
}
