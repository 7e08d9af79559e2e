package dev.aludel.dialect.postgresql;

import dev.aludel.schema.ObjectName;

/**
 * Something of a database that a plan changes, and on which others may stand.
 *
 * @param relation the table or view, or the type
 * @param part the column, constraint or index; empty for the whole
 * @param goes whether it is not there after the plan; otherwise it is there, in another form or made anew
 */
record Touch(Kind kind, ObjectName relation, String part, boolean goes) {

    enum Kind {
        COLUMN,
        CONSTRAINT,
        INDEX,
        RELATION,
        TYPE
    }

    /** As people read it: {@code column 'book.title'}. */
    String describe() {
        return switch (kind) {
            case COLUMN -> "column '" + relation + "." + part + "'";
            case CONSTRAINT -> "key '" + part + "' of '" + relation + "'";
            case INDEX -> "index '" + part + "'";
            case TYPE -> "type '" + relation + "'";
            case RELATION -> "'" + relation + "'";
        };
    }
}
