/**
 * Executes plans of revisions on a database: {@link dev.aludel.runner.MigrationRunner} and what it is made of, recovery after a crash, and
 * scripts for the database's own client.
 */
@NullMarked
package dev.aludel.runner;

import org.jspecify.annotations.NullMarked;
