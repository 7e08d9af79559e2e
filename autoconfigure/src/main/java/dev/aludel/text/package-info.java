/** Texts from a database, a file or an option on their way to a script, a terminal, a log or a file. */
@NullMarked
package dev.aludel.text;

import org.jspecify.annotations.NullMarked;
