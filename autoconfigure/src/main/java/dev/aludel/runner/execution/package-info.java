/** The sections of a revision, in SQL and in Java, by steps: how a step runs, or is written down. */
@NullMarked
package dev.aludel.runner.execution;

import org.jspecify.annotations.NullMarked;
