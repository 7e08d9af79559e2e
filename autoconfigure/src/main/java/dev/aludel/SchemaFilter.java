package dev.aludel;

import dev.aludel.schema.Column;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.SchemaObject;

/**
 * Tells what is compared. What is not is neither drift nor unmanaged, and autogenerate does not see it. A bean of the application.
 *
 * <pre>{@code
 * @Bean
 * SchemaFilter withoutReports() {
 *     return object -> !object.name().name().startsWith("report_");
 * }
 * }</pre>
 */
@FunctionalInterface
public interface SchemaFilter {

    /**
     * Returns whether an object is compared, by its kind, schema and name: a table, sequence, type, view or index, of the mapping or the
     * database. The schema is empty for the unit's own.
     */
    boolean isCompared(SchemaObject object);

    /**
     * Returns whether a column is compared; by default it is. What stands on one that is not (keys, checks, indexes) is not compared either.
     *
     * @param column of the mapping or the database, both in the database's own spelling
     */
    default boolean isCompared(ObjectName table, Column column) {
        return true;
    }

    /** Returns whether a constraint is compared; by default it is. Of the mapping, it may have no name yet. */
    default boolean isCompared(ObjectName table, Constraint constraint) {
        return true;
    }

    /** Returns whether an index is compared; by default it is, unless {@link #isCompared(SchemaObject)} leaves out its name. */
    default boolean isCompared(ObjectName table, Index index) {
        return true;
    }
}
