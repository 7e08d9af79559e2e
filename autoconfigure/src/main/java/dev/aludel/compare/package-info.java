/** Compares the metamodel with a database: filters, renames, the proof of expressions, and names. */
@NullMarked
package dev.aludel.compare;

import org.jspecify.annotations.NullMarked;
