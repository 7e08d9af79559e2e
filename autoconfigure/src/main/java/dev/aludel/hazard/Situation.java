package dev.aludel.hazard;

import dev.aludel.schema.ObjectName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of a database where a plan is to run.
 *
 * @param serverVersion the major version of the server; 0 where it is not known
 * @param sizes of the tables that the plan is about
 * @param volatileFunctions the functions in its defaults that give another value for each row
 * @param parents the tables among them whose rows may stand in other tables, which inherit from them
 */
public record Situation(
        int serverVersion, Map<ObjectName, TableSize> sizes, Set<String> volatileFunctions, Set<ObjectName> parents) {

    private static final Situation UNKNOWN = new Situation(0, Map.of(), Set.of());

    /** One in which no table inherits from another. */
    public Situation(int serverVersion, Map<ObjectName, TableSize> sizes, Set<String> volatileFunctions) {
        this(serverVersion, sizes, volatileFunctions, Set.of());
    }

    public Situation {
        sizes = Map.copyOf(sizes);
        volatileFunctions = Set.copyOf(volatileFunctions);
        parents = Set.copyOf(parents);
    }

    /** Nothing is known: a table may be large. */
    public static Situation unknown() {
        return UNKNOWN;
    }

    /** For what is to run elsewhere as well, where a table may be of any size. */
    public Situation anywhere() {
        return new Situation(0, Map.of(), volatileFunctions, parents);
    }

    public Optional<TableSize> size(ObjectName table) {
        return Optional.ofNullable(sizes.get(table));
    }

    /** The tables that are known to be so small that nobody waits for long. */
    public Set<ObjectName> small() {
        return sizes.entrySet().stream()
                .filter(table -> table.getValue().isSmall())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
