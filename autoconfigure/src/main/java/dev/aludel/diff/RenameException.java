package dev.aludel.diff;

import dev.aludel.AludelException;

/** A rename was said that cannot be meant: the old name is not there, or the new one is not free. */
public final class RenameException extends AludelException {

    private static final long serialVersionUID = 1L;

    RenameException(String message) {
        super(message);
    }

    static RenameException noSuchName(String name) {
        return new RenameException("The database has no table, column, sequence or value '" + name
                + "' that could be renamed. Write it as the database has it: users, users.name,"
                + " audit.users.name, and values as mood.SAD or users.mood.SAD.");
    }

    static RenameException noSuchTarget(String before, String after) {
        return new RenameException("'" + before + "' cannot become '" + after
                + "', which the entities do not have. 'aludel compare' shows the names that are missing in the"
                + " database.");
    }

    static RenameException taken(String before, String after) {
        return new RenameException("'" + before + "' cannot become '" + after
                + "', which the database has already. Rename that as well, or leave out this rename.");
    }

    static RenameException contradiction(String before, String first, String second) {
        return new RenameException("'" + first + "' and '" + second + "' both say that they were '" + before
                + "'. Keep @RenamedFrom on one of them.");
    }
}
