package dev.aludel.autoconfigure;

import dev.aludel.AludelException;

/** The entities live in another database than the one that is migrated. */
public final class OtherDatabaseException extends AludelException {

    private static final long serialVersionUID = 1L;

    OtherDatabaseException() {
        super(
                "The primary EntityManagerFactory is not on the DataSource that Aludel migrates, but on another database. Mark the DataSource of the entities with @AludelDataSource, or set aludel.datasource.url.");
    }
}
