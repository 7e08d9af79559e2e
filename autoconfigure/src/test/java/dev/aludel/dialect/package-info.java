/** Tests of what all dialects share. */
@NullMarked
package dev.aludel.dialect;

import org.jspecify.annotations.NullMarked;
