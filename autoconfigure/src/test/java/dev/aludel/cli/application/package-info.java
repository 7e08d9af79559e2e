/** The application that the tests of the command line start in a JVM of its own. */
@NullMarked
package dev.aludel.cli.application;

import org.jspecify.annotations.NullMarked;
