/** Scripts as PostgreSQL and psql read them: lexer, splitter, batches, and what became of an interrupted statement. */
@NullMarked
package dev.aludel.dialect.postgresql.script;

import org.jspecify.annotations.NullMarked;
