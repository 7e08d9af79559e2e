package dev.aludel.diff.provenance;

import dev.aludel.operation.Operation;
import dev.aludel.schema.Origins;
import java.util.List;
import java.util.function.Supplier;

/** Tells of the operations of a diff who in the mapping each comes from, and what else is its cause. */
public final class Provenance {

    private Provenance() {}

    /**
     * The operations in their order, each with what is known of it.
     *
     * @param known asked where there are operations at all: walking a large mapping takes as long as reading its schema
     */
    public static List<Difference> of(List<Operation> operations, Supplier<Origins> known) {
        if (operations.isEmpty()) {
            return List.of();
        }
        Origins origins = known.get();
        if (origins.equals(Origins.none())) {
            return operations.stream()
                    .map(operation -> new Difference(operation, "", ""))
                    .toList();
        }
        Replaced replaced = new Replaced(operations);
        OperationOrigins found = new OperationOrigins(origins, replaced);
        Causes causes = new Causes(operations, origins, replaced);
        return operations.stream()
                .map(operation -> new Difference(operation, operation.accept(found), causes.of(operation)))
                .toList();
    }
}
