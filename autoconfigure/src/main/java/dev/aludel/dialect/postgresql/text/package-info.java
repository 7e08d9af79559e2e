/** PostgreSQL as text: identifiers, tokens, types, literals, and the parts of definitions. */
@NullMarked
package dev.aludel.dialect.postgresql.text;

import org.jspecify.annotations.NullMarked;
