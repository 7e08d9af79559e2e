package dev.aludel.diff;

import dev.aludel.operation.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Operations by phase; within a phase in the order in which they were added. */
final class Plan {

    private final Map<Phase, List<Operation>> phases = new EnumMap<>(Phase.class);

    void add(Phase phase, Operation operation) {
        phases.computeIfAbsent(phase, any -> new ArrayList<>()).add(operation);
    }

    List<Operation> operations() {
        return phases.values().stream().flatMap(List::stream).toList();
    }
}
