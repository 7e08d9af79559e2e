/**
 * One method per command, called alike by the application's start, the command line and the endpoint.
 */
@NullMarked
package dev.aludel.command;

import org.jspecify.annotations.NullMarked;
