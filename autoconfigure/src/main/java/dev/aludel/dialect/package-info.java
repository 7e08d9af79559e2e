/**
 * The seam between the engine and a database: interfaces for reading the catalogue, the normal form, SQL, statements, sessions, the lock
 * and hazards. Each database has a package below, with the same rooms, of which the engine uses the entry class alone.
 */
@NullMarked
package dev.aludel.dialect;

import org.jspecify.annotations.NullMarked;
