package dev.aludel.runner.session;

import dev.aludel.AludelException;

/** A pooler of transactions or statements is between here and the server, so that no session can be held. */
public final class TransactionPoolerException extends AludelException {

    private static final long serialVersionUID = 1L;

    TransactionPoolerException(String address) {
        super(
                "The connection to '%s' leads to a pooler of transactions, which gives each one another session of the server: no lock between processes would hold, and what is set would stay with others. Set aludel.datasource.url to the server itself, or to a pooler of sessions."
                        .formatted(address));
    }
}
