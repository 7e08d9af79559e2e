package dev.aludel.autoconfigure;

import dev.aludel.AludelException;
import dev.aludel.dialect.Versions;

/** The DataSource leads to a database that Aludel does not migrate. */
public final class UnsupportedDatabaseException extends AludelException {

    private static final long serialVersionUID = 1L;

    UnsupportedDatabaseException(String product) {
        super(
                "Aludel migrates %s, and the DataSource leads to '%s'. Set spring.datasource.url or aludel.datasource.url to a database that it migrates, or aludel.enabled=false."
                        .formatted(Dialects.names(), product));
    }

    /** A server of the right kind, and too old. */
    UnsupportedDatabaseException(String product, int major, Versions versions) {
        super(
                "The server is %s %d, and Aludel migrates %s %d to %d. Upgrade the server, set spring.datasource.url or aludel.datasource.url to another, or aludel.enabled=false."
                        .formatted(product, major, product, versions.oldest(), versions.newest()));
    }
}
