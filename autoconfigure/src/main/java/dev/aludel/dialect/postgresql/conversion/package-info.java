/** How values get from one type to another: a rule for each kind of type, with its effects as data. */
@NullMarked
package dev.aludel.dialect.postgresql.conversion;

import org.jspecify.annotations.NullMarked;
