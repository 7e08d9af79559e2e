package dev.aludel;

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
     * Whether an object is compared, by its kind, schema and name: a table, sequence, type, view or index, of the mapping or the
     * database. The schema is empty for the unit's own.
     */
    boolean isCompared(SchemaObject object);
}
