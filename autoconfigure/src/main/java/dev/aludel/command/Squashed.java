package dev.aludel.command;

import dev.aludel.revision.Squash;
import dev.aludel.script.Script;

/**
 * One revision that does what several do.
 *
 * @param script the one
 * @param squash the several
 * @param reversible whether it was proven to be taken back as they are
 */
record Squashed(Script script, Squash squash, boolean reversible) {}
