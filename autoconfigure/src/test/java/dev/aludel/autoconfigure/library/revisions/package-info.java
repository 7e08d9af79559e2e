/** The library's revisions, where they are found without being named. */
@NullMarked
package dev.aludel.autoconfigure.library.revisions;

import org.jspecify.annotations.NullMarked;
