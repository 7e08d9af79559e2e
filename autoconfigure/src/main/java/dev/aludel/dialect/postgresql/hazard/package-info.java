/** What operations block, lose and need on PostgreSQL, by locks, rewrites and the rows that are there. */
@NullMarked
package dev.aludel.dialect.postgresql.hazard;

import org.jspecify.annotations.NullMarked;
