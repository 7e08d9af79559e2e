/**
 * What a revision does to a schema, as data: each operation can be reversed and rendered.
 */
@NullMarked
package dev.aludel.operation;

import org.jspecify.annotations.NullMarked;
