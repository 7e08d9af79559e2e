/** Tests of the PostgreSQL dialect. */
@NullMarked
package dev.aludel.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
