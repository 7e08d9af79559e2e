/** The runner on a real server. */
@NullMarked
package dev.aludel.runner;

import org.jspecify.annotations.NullMarked;
