/** PostgreSQL 14 to 18, entered by {@link dev.aludel.dialect.postgresql.PostgresDialect}. */
@NullMarked
package dev.aludel.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
