package dev.aludel.runner;

import dev.aludel.script.Script;
import java.time.Duration;
import java.time.Instant;

/**
 * What is written into the version table about a revision.
 *
 * @param by who applies it
 * @param finished false when it is only begun
 */
record VersionRecord(Script script, String checksum, Instant at, String by, Duration duration, boolean finished) {}
