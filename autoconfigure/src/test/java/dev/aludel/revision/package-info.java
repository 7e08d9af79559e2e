/** Histories of a, b and c. */
@NullMarked
package dev.aludel.revision;

import org.jspecify.annotations.NullMarked;
