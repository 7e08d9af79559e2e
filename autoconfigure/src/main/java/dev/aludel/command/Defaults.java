package dev.aludel.command;

import dev.aludel.compare.Comparison;
import dev.aludel.diff.provenance.Difference;
import dev.aludel.operation.Operation;
import dev.aludel.schema.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a user says rows are to hold in a column that must have a value from now on, by {@code table.column}: {@code users.email} is
 * {@code ''}. They fill rows and stay in no schema.
 */
public record Defaults(Map<String, String> expressions) {

    public Defaults {
        expressions = Map.copyOf(expressions);
    }

    public static Defaults none() {
        return new Defaults(Map.of());
    }

    /**
     * The comparison with its operations filling the columns.
     *
     * @throws UnusedDefaultException where a column neither comes nor begins to forbid null, on the way or on the way back
     */
    Comparison applyTo(Comparison comparison) {
        List<Difference> differences = new ArrayList<>(comparison.differences());
        Set<String> unused = new LinkedHashSet<>();
        new TreeMap<>(expressions).forEach((place, expression) -> {
            if (!apply(differences, place, expression)) {
                unused.add(place);
            }
        });
        if (!unused.isEmpty()) {
            throw new UnusedDefaultException(unused);
        }
        return comparison.withDifferences(differences);
    }

    private static boolean apply(List<Difference> differences, String place, String expression) {
        int dot = place.lastIndexOf('.');
        if (dot < 0) {
            return false;
        }
        ObjectName table = table(place.substring(0, dot));
        String column = place.substring(dot + 1);
        boolean used = false;
        for (int i = 0; i < differences.size(); i++) {
            Difference difference = differences.get(i);
            Optional<Operation> filling = difference.operation().withFill(table, column, expression);
            differences.set(i, filling.map(difference::withOperation).orElse(difference));
            used |= filling.isPresent();
        }
        return used;
    }

    private static ObjectName table(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? ObjectName.of(name) : ObjectName.of(name.substring(0, dot), name.substring(dot + 1));
    }
}
