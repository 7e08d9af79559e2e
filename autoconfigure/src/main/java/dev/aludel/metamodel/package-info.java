/**
 * From Hibernate's boot-time metadata to a schema, as Hibernate itself would create it.
 */
@NullMarked
package dev.aludel.metamodel;

import org.jspecify.annotations.NullMarked;
