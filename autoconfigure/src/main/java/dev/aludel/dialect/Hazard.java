package dev.aludel.dialect;

/**
 * What an operation blocks or loses.
 *
 * @param code stable, as it stands in {@code aludel.hazards.<code>}, such as {@code drop-column}
 * @param losesRows whether values or rows are lost, or objects that are not Aludel's
 * @param message who is concerned and what to do instead, with the user's own names
 */
public record Hazard(String code, boolean losesRows, String message) {}
