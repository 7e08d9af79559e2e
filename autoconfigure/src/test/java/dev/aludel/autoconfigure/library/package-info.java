/** An application whose revisions are classes. */
@NullMarked
package dev.aludel.autoconfigure.library;

import org.jspecify.annotations.NullMarked;
