/** Operations as statements of PostgreSQL. */
@NullMarked
package dev.aludel.dialect.postgresql.render;

import org.jspecify.annotations.NullMarked;
