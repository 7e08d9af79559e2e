package dev.aludel.hazard;

/** Severity of a hazard. */
public enum Severity {
    /** Do not report it. */
    ALLOW,
    /** Report it. */
    WARN,
    /** Stop the upgrade before anything runs, and make {@code lint} fail. */
    FAIL
}
