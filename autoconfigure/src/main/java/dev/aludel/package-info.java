/**
 * Aludel: Alembic for Spring Boot and Hibernate. This package holds what users name in their own code.
 */
@NullMarked
package dev.aludel;

import org.jspecify.annotations.NullMarked;
