/** Reads the catalogue of PostgreSQL, in a number of statements that does not grow with the number of tables. */
@NullMarked
package dev.aludel.dialect.postgresql.catalog;

import org.jspecify.annotations.NullMarked;
