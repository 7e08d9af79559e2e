package dev.aludel.command;

import dev.aludel.dialect.Diagnosis;
import java.util.List;

/** What an application is configured with and runs in, as far as a migration depends on it. */
public interface Surroundings {

    /** Nothing is known of them. */
    Surroundings UNKNOWN = List::of;

    /** Examines them; nothing is changed, and no database is asked. */
    List<Diagnosis> examine();
}
