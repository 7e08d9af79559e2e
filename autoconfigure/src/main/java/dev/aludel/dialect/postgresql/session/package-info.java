/** Statements of the engine's own and how they are sent: search path, lock, waits, network, and the guard of the version table. */
@NullMarked
package dev.aludel.dialect.postgresql.session;

import org.jspecify.annotations.NullMarked;
