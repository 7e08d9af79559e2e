package dev.aludel.schema;

/** How far the rows of a table are held to a constraint. */
public enum Validity {
    /** All rows hold it. */
    VALID(""),
    /** Rows that are written hold it; those that were there before have not been checked. */
    NOT_VALID(" not valid"),
    /** Nobody checks it (PostgreSQL 18). */
    NOT_ENFORCED(" not enforced");

    private final String suffix;

    Validity(String suffix) {
        this.suffix = suffix;
    }

    /** Whether adding the constraint reads the rows that are there. */
    public boolean isChecked() {
        return this == VALID;
    }

    /** The words behind a constraint, with a blank before them; empty for a valid one. */
    public String suffix() {
        return suffix;
    }
}
