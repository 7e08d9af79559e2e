/** Hazards: what an operation blocks, loses, breaks or needs, how severe that is, and how a script says it in a comment. */
@NullMarked
package dev.aludel.hazard;

import org.jspecify.annotations.NullMarked;
