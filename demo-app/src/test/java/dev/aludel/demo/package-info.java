/** The bookshop, as its clients meet it. */
@NullMarked
package dev.aludel.demo;

import org.jspecify.annotations.NullMarked;
