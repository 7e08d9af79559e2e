package dev.aludel.runner.session;

import dev.aludel.AludelException;
import java.sql.SQLException;

/** The database refused a statement of Aludel's own, such as reading the catalogue or the version table. */
public final class DatabaseException extends AludelException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(String work, SQLException failure) {
        super("The database refused " + work + ": " + Sentences.oneLine(failure), failure);
    }
}
