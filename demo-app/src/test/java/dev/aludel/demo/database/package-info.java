/** The embedded server among processes that come, go and are killed. */
@NullMarked
package dev.aludel.demo.database;

import org.jspecify.annotations.NullMarked;
