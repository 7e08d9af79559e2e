/** The builders that {@link dev.aludel.Operations} hands out: tables, columns, keys, indexes, sequences, types and views by their parts. */
@NullMarked
package dev.aludel.ddl;

import org.jspecify.annotations.NullMarked;
