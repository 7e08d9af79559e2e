package dev.aludel.diff.online;

import dev.aludel.schema.Column;

/** Which of the two columns that change places is the one beside: the one that comes, or the one that goes. */
enum Side {
    COMING("") {
        @Override
        Column source(Moved column) {
            return column.before();
        }

        @Override
        Column target(Moved column) {
            return column.after();
        }
    },
    GOING("old_") {
        @Override
        Column source(Moved column) {
            return column.after();
        }

        @Override
        Column target(Moved column) {
            return column.before();
        }
    };

    private final String prefix;

    Side(String prefix) {
        this.prefix = prefix;
    }

    /** The column that has the name while this one is beside. */
    abstract Column source(Moved column);

    /** What the column beside is once it has the name. */
    abstract Column target(Moved column);

    /** What something is called that stands on the column beside. */
    String name(String name) {
        return OnlineForms.interim(prefix + name);
    }

    /** The column beside, without all that has to wait until its rows have values. */
    Column copy(Moved column) {
        return open(target(column)).withName(name(column.name()));
    }

    /** A column that needs no value and gives none. */
    static Column open(Column column) {
        return bare(column).withNullable(true);
    }

    /** What the type and the values of the rows allow. */
    static Column bare(Column column) {
        return column.withDefaultValue(null).withComment(null).withIdentity(null);
    }
}
