/** Revision scripts as their authors write them. */
@NullMarked
package dev.aludel.script;

import org.jspecify.annotations.NullMarked;
