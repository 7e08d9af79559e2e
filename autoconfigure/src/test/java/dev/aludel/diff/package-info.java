/** The diff by values, and the plans on a real server. */
@NullMarked
package dev.aludel.diff;

import org.jspecify.annotations.NullMarked;
