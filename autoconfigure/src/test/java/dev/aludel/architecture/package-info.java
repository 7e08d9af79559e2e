/** The arrows between packages. */
@NullMarked
package dev.aludel.architecture;

import org.jspecify.annotations.NullMarked;
