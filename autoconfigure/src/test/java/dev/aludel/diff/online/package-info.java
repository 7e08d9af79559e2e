/**
 * Tests of the plans for a database that is written to meanwhile.
 */
@NullMarked
package dev.aludel.diff.online;

import org.jspecify.annotations.NullMarked;
