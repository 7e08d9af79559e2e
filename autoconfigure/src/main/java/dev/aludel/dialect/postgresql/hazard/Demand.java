package dev.aludel.dialect.postgresql.hazard;

import dev.aludel.hazard.HazardCode;

/**
 * Something that a statement asks of the rows that are there.
 *
 * @param statement its place among the statements
 * @param table as the statement spells it
 * @param query counts the rows that do not hold it; or reads them as they are to become, and fails where one cannot
 * @param counts whether the query counts
 * @param words of the rows in question, such as {@code have no value in 'name'}
 */
record Demand(int statement, HazardCode code, String table, String query, boolean counts, String words) {}
