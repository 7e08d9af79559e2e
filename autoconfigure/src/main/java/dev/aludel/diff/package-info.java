/**
 * From two schemas to the ordered operations that lead from the one to the other.
 */
@NullMarked
package dev.aludel.diff;

import org.jspecify.annotations.NullMarked;
