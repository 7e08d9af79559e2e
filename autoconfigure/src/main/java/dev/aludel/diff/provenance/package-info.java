/** Tells each difference where it comes from: the entity, the attribute, or a change of conventions. */
@NullMarked
package dev.aludel.diff.provenance;

import org.jspecify.annotations.NullMarked;
