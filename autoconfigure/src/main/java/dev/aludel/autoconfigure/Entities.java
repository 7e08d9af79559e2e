package dev.aludel.autoconfigure;

import dev.aludel.schema.Model;
import jakarta.persistence.EntityManagerFactory;

/** The entities of a unit. */
interface Entities {

    /** Tells whether there are any to compare with. */
    boolean arePresent();

    /** Returns the EntityManagerFactory, which is built if need be. */
    EntityManagerFactory factory();

    /** Returns what they mean; builds the EntityManagerFactory if need be. */
    Model model();
}
