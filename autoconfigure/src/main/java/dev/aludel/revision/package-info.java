/**
 * The graph of revisions: ids, heads, ranges and plans. It knows neither files nor SQL.
 */
@NullMarked
package dev.aludel.revision;

import org.jspecify.annotations.NullMarked;
