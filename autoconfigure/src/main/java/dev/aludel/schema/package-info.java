/**
 * The relational model: immutable values, names unquoted, references by name. Equality is meaning.
 */
@NullMarked
package dev.aludel.schema;

import org.jspecify.annotations.NullMarked;
