/** What users can ask for, on a real server. */
@NullMarked
package dev.aludel.command;

import org.jspecify.annotations.NullMarked;
