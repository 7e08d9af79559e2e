package dev.aludel.runner;

/** How somebody says that an interrupted revision ended. */
public enum Resolution {
    /** It is applied, all of it. */
    APPLIED,
    /** Nothing is left of it. */
    ROLLED_BACK,
    /** The statement that was begun took effect: the next upgrade goes on behind it. */
    DONE,
    /** The statement that was begun did not take effect, or may be repeated: the next upgrade runs it again. */
    AGAIN
}
