package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.schema.ObjectName;

/**
 * Something of a database that a plan changes, and on which others may stand.
 *
 * @param relation the table or view, or the type
 * @param part the column, constraint or index; empty for the whole
 * @param goes whether it is not there after the plan; otherwise it is there, in another form or made anew
 * @param remade whether it is dropped on the way or on the way back, rather than altered
 */
public record TouchedObject(Kind kind, ObjectName relation, String part, boolean goes, boolean remade) {

    public enum Kind {
        COLUMN,
        CONSTRAINT,
        INDEX,
        RELATION,
        TYPE,
        /** The row type of a table, which gains a column with a value in each row. */
        ROW,
        /** The columns of a unique key that comes, one a line. */
        KEY
    }

    /** Whether others may stand on it, and not only a rule of the server forbid it. */
    public boolean bears() {
        return kind != Kind.ROW && kind != Kind.KEY;
    }

    /** As people read it: {@code column 'book.title'}. */
    public String describe() {
        return switch (kind) {
            case COLUMN -> "column '" + relation + "." + part + "'";
            case CONSTRAINT -> "key '" + part + "' of '" + relation + "'";
            case INDEX -> "index '" + part + "'";
            case TYPE -> "type '" + relation + "'";
            case RELATION -> "'" + relation + "'";
            case ROW -> "a new column of '" + relation + "' with a value in each row";
            case KEY -> "the unique key (" + part.replace("\n", ", ") + ") of '" + relation + "'";
        };
    }
}
