/**
 * A plan in forms that hold nobody up for long, split into the revisions that need transactions of their own.
 */
@NullMarked
package dev.aludel.diff.online;

import org.jspecify.annotations.NullMarked;
