/**
 * How long a comparison takes beside its peers, on one generated model, in one run: {@code mvn -Pbenchmark -pl autoconfigure verify}.
 * Times are printed, never asserted.
 */
@NullMarked
package dev.aludel.benchmark;

import org.jspecify.annotations.NullMarked;
