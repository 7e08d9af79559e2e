/**
 * Executes plans of revisions on a database: the version table, the lock, transactions, comparison.
 */
@NullMarked
package dev.aludel.runner;

import org.jspecify.annotations.NullMarked;
