/** What tests share: databases, the catalogue as an oracle, entity models from text. */
@NullMarked
package dev.aludel.testing;

import org.jspecify.annotations.NullMarked;
