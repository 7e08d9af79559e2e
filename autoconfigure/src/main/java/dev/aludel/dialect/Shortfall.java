package dev.aludel.dialect;

import dev.aludel.hazard.HazardCode;

/**
 * Rows that are there and do not hold what a statement asks of them, so that it fails.
 *
 * @param statement its place among the statements that were asked about, from 0
 * @param message the fact, on one line
 * @param rows how many; 0 where the server names one value alone
 */
public record Shortfall(int statement, HazardCode code, String message, long rows) {}
