/** The normal form of a mapping on PostgreSQL, and the proof of expressions by the server. */
@NullMarked
package dev.aludel.dialect.postgresql.canonical;

import org.jspecify.annotations.NullMarked;
