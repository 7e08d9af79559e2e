package dev.aludel.runner.session;

import dev.aludel.AludelException;

/** A pooler in transaction or statement mode is between the application and the server, so no session can be held. */
public final class TransactionPoolerException extends AludelException {

    private static final long serialVersionUID = 1L;

    TransactionPoolerException(String address) {
        super(
                "The connection to '%s' goes through a transaction-mode pooler, which may use a different server session for each transaction: a lock between processes would not hold, and settings would leak to others. Set aludel.datasource.url to the server's own address, or to a session-mode pooler."
                        .formatted(address));
    }
}
