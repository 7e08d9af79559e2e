package dev.aludel.runner.session;

/** How many revisions share a transaction. */
public enum TransactionMode {
    /** Each revision has its own: a failure leaves the earlier ones applied. */
    PER_REVISION,
    /** The whole upgrade has one: a failure leaves nothing applied. */
    ALL,
    /** None has one: each statement takes effect at once. */
    NONE
}
