/**
 * What differs between databases: reading the catalogue, normal form, SQL, statements, locks, hazards.
 */
@NullMarked
package dev.aludel.dialect;

import org.jspecify.annotations.NullMarked;
