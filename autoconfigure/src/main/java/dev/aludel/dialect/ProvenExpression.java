package dev.aludel.dialect;

/**
 * That a server prints a declared expression so.
 *
 * @param place what it belongs to, such as {@code default orders.status}
 * @param declared the text of the mapping
 * @param stored the server's text
 * @param serverVersion the server's major version
 */
public record ProvenExpression(String place, String declared, String stored, int serverVersion) {}
