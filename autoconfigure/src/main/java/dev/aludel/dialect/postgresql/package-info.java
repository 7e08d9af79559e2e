/**
 * PostgreSQL 14 to 18.
 */
@NullMarked
package dev.aludel.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
