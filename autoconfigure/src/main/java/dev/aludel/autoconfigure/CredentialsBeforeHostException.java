package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import dev.aludel.runner.session.Secrets;

/** A JDBC URL has a user before its host, as other URLs have, where PostgreSQL's driver would take all of it for a host. */
final class CredentialsBeforeHostException extends AludelException {

    private static final long serialVersionUID = 1L;

    CredentialsBeforeHostException(String url) {
        super(
                "The JDBC URL '%s' has a user before its host, where the driver reads none. Take it out, and set aludel.datasource.username and aludel.datasource.password, or write ?user=…&password=… at its end."
                        .formatted(Secrets.masked(url)));
    }
}
