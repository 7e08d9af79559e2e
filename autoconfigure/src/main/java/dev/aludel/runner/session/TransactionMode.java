package dev.aludel.runner.session;

/** Which revisions share a transaction. */
public enum TransactionMode {
    /** Each revision has its own transaction. After a failure the earlier revisions stay applied. */
    PER_REVISION,
    /** The whole upgrade is one transaction. After a failure nothing is applied. */
    ALL,
    /** There is no transaction. Each statement takes effect at once. */
    NONE
}
