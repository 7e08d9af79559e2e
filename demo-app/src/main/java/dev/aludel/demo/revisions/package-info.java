/** Revisions that are written in Java. */
@NullMarked
package dev.aludel.demo.revisions;

import org.jspecify.annotations.NullMarked;
