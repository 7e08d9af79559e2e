package dev.aludel.command;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Hazard;
import dev.aludel.operation.Operation;
import dev.aludel.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Turns operations into the sections of a script: the upgrade as found, the downgrade as its reverse from the end. */
final class Autogenerate {

    private final Dialect dialect;
    private final List<Operation> operations;

    Autogenerate(Dialect dialect, List<Operation> operations) {
        this.dialect = dialect;
        this.operations = operations;
    }

    String upgrade() {
        return section(operations);
    }

    String downgrade() {
        List<Operation> reversed = new ArrayList<>(operations);
        Collections.reverse(reversed);
        return section(reversed.stream().map(Operation::reverse).toList());
    }

    List<SchemaObject> creates() {
        return operations.stream()
                .flatMap(operation -> operation.creates().stream())
                .distinct()
                .sorted()
                .toList();
    }

    List<Hazard> hazards() {
        return operations.stream()
                .flatMap(operation -> dialect.hazards().of(operation).stream())
                .toList();
    }

    /** The statements of all operations. */
    List<String> statements() {
        return operations.stream()
                .flatMap(operation -> dialect.renderer().render(operation).stream())
                .toList();
    }

    private String section(List<Operation> steps) {
        StringBuilder text = new StringBuilder();
        for (Operation step : steps) {
            for (Hazard hazard : dialect.hazards().of(step)) {
                text.append("-- hazard ")
                        .append(hazard.code())
                        .append(": ")
                        .append(hazard.message().replace('\n', ' '))
                        .append('\n');
            }
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
