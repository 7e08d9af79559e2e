/** The examples of the documentation: compiled, and run in an application. */
@NullMarked
package dev.aludel.documentation;

import org.jspecify.annotations.NullMarked;
