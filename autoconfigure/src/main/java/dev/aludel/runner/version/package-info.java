/** The version table: its rows, what they remember, and how they are checked against each other and the scripts. */
@NullMarked
package dev.aludel.runner.version;

import org.jspecify.annotations.NullMarked;
