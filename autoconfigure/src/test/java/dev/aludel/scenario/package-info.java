/** The laws, asserted on pairs of entity models that stand in files anyone can read (src/test/resources/scenarios). */
@NullMarked
package dev.aludel.scenario;

import org.jspecify.annotations.NullMarked;
