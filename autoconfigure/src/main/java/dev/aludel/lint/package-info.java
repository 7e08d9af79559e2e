/** Runs pending revisions on a scratch database and reports what they would block and lose in the real one. */
@NullMarked
package dev.aludel.lint;

import org.jspecify.annotations.NullMarked;
