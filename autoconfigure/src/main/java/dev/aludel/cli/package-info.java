/**
 * The command line: an application that has the starter answers to {@code aludel <command>}.
 */
@NullMarked
package dev.aludel.cli;

import org.jspecify.annotations.NullMarked;
