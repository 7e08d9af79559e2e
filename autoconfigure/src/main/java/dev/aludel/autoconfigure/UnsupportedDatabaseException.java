package dev.aludel.autoconfigure;

import dev.aludel.AludelException;

/** The DataSource leads to a database that Aludel does not migrate. */
public final class UnsupportedDatabaseException extends AludelException {

    private static final long serialVersionUID = 1L;

    UnsupportedDatabaseException(String product) {
        super(
                "Aludel migrates PostgreSQL, and the DataSource leads to '%s'. Set spring.datasource.url or aludel.datasource.url to a PostgreSQL database, or aludel.enabled=false."
                        .formatted(product));
    }
}
