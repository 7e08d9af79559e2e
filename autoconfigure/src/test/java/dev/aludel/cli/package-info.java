/** Tests of the command line: what is printed where, and with which exit code. */
@NullMarked
package dev.aludel.cli;

import org.jspecify.annotations.NullMarked;
