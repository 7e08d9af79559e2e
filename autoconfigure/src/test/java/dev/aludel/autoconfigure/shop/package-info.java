/** An application with one entity, for the tests of what happens at start. */
@NullMarked
package dev.aludel.autoconfigure.shop;

import org.jspecify.annotations.NullMarked;
