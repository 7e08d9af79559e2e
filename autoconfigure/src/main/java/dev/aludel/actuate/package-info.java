/**
 * The actuator endpoint and the health contributor.
 */
@NullMarked
package dev.aludel.actuate;

import org.jspecify.annotations.NullMarked;
