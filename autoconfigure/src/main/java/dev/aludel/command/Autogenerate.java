package dev.aludel.command;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Hazard;
import dev.aludel.operation.Operation;
import dev.aludel.runner.Comparison;
import dev.aludel.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Turns operations into the sections of a script: the upgrade as found, the downgrade as its reverse from the end. */
final class Autogenerate {

    private final Dialect dialect;
    private final List<Operation> operations;
    private final List<SchemaObject> unmanaged;

    Autogenerate(Dialect dialect, Comparison comparison) {
        this.dialect = dialect;
        this.operations = comparison.operations();
        this.unmanaged = comparison.unmanaged();
    }

    String upgrade() {
        return section(operations);
    }

    String downgrade() {
        List<Operation> reversed = new ArrayList<>(operations);
        Collections.reverse(reversed);
        return section(reversed.stream().map(Operation::reverse).toList());
    }

    /** What becomes managed; what is not Aludel's and is only put back does not. */
    List<SchemaObject> creates() {
        return operations.stream()
                .flatMap(operation -> operation.creates().stream())
                .filter(object -> !unmanaged.contains(object))
                .distinct()
                .sorted()
                .toList();
    }

    List<Hazard> hazards() {
        return dialect.hazards().of(operations, unmanaged);
    }

    /** The statements of all operations. */
    List<String> statements() {
        return operations.stream()
                .flatMap(operation -> dialect.renderer().render(operation).stream())
                .toList();
    }

    private String section(List<Operation> steps) {
        StringBuilder text = new StringBuilder();
        for (Hazard hazard : dialect.hazards().of(steps, unmanaged)) {
            text.append("-- hazard %s: %s\n"
                    .formatted(hazard.code(), hazard.message().replaceAll("\\s+", " ")));
        }
        for (Operation step : steps) {
            for (String sql : dialect.renderer().render(step)) {
                text.append(sql).append(";\n");
                if (sql.indexOf('\n') >= 0) {
                    text.append('\n');
                }
            }
        }
        return text.toString().stripTrailing();
    }
}
