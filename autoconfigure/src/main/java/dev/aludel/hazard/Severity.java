package dev.aludel.hazard;

/** What a hazard does. */
public enum Severity {
    /** It is not even mentioned. */
    ALLOW,
    /** It is mentioned. */
    WARN,
    /** It stops the upgrade before anything runs, and makes {@code lint} fail. */
    FAIL
}
