package dev.aludel.command;

import java.util.function.BooleanSupplier;

/**
 * One database of an application with the revisions that lead it to head.
 *
 * @param name {@code default} for the only one
 * @param leftAlone tells whether its database is one that Aludel leaves alone, such as an embedded H2
 */
public record Unit(String name, Commands commands, BooleanSupplier leftAlone) {

    /** The name of the unit of the application's primary DataSource. */
    public static final String DEFAULT = "default";
}
