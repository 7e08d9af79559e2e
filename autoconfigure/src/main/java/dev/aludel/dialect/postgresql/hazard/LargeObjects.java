package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.dialect.postgresql.render.PostgresRenderer;
import dev.aludel.dialect.postgresql.text.TypeName;
import dev.aludel.hazard.Hazard;
import dev.aludel.hazard.HazardCode;
import dev.aludel.schema.Column;
import dev.aludel.schema.ObjectName;

/** Large objects, which outlive the rows that hold their numbers (PostgreSQL manual, Large Objects). */
public final class LargeObjects {

    private LargeObjects() {}

    /** Whether the values of a column may be numbers of large objects. */
    public static boolean isIn(Column column) {
        return TypeName.of(column.type()).is("oid");
    }

    /** The hazard of a column whose numbers go. */
    public static Hazard of(PostgresRenderer sql, ObjectName table, Column column) {
        String name = sql.quote(column.name());
        String from = sql.quote(table);
        String kept = sql.quote(table.sibling(table.name() + "_" + column.name() + "_objects"));
        return Hazard.of(
                        HazardCode.LEAVE_LARGE_OBJECTS,
                        table,
                        "The large objects of column '" + table + "." + column.name()
                                + "' stay in the database, and nothing refers to them any more.",
                        "Note their numbers in this revision, before: create table %1$s as select %2$s from %3$s where %2$s is not null; once no downgrade needs them, remove them: select lo_unlink(%2$s) from %1$s; drop table %1$s;"
                                .formatted(kept, name, from))
                .asking("select count(%s) from %s".formatted(name, from), "have one");
    }
}
