/**
 * Revision scripts as files: read, written and checked. What stands in their sections stays text.
 */
@NullMarked
package dev.aludel.script;

import org.jspecify.annotations.NullMarked;
