/** An online bookshop whose schema is kept by Aludel. */
@NullMarked
package dev.aludel.demo;

import org.jspecify.annotations.NullMarked;
