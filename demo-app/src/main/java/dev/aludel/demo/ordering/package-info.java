/** Orders and their lines. */
@NullMarked
package dev.aludel.demo.ordering;

import org.jspecify.annotations.NullMarked;
