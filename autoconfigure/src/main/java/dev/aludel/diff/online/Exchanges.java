package dev.aludel.diff.online;

import dev.aludel.diff.provenance.Difference;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.Operation;
import dev.aludel.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which columns of a plan get their new types by exchange, each with all that it is tied to. */
final class Exchanges {

    private final Surroundings plan;
    private final Schema database;
    private final Server server;
    private final List<Difference> retyped;

    /** The exchanges, each by the operation that stands last in the plan. */
    private final Map<Operation, TypeExchange> byLast = new HashMap<>();

    /** What of the plan they see to. */
    private final Set<Operation> covered = new HashSet<>();

    Exchanges(List<Difference> differences, Surroundings plan, Schema database, Server server) {
        this.plan = plan;
        this.database = database;
        this.server = server;
        this.retyped = differences.stream()
                .filter(difference -> difference.operation() instanceof AlterColumn altered
                        && !Surroundings.isOfSameType(altered.before(), altered.after()))
                .toList();
        Set<Difference> seen = new HashSet<>();
        for (Difference difference : retyped) {
            if (!seen.contains(difference)) {
                List<Difference> tied = tiedTo(difference);
                seen.addAll(tied);
                exchange(tied);
            }
        }
    }

    /** Whether an operation is part of an exchange, be it in the place of another one. */
    boolean covers(Operation operation) {
        return covered.contains(operation);
    }

    /** The exchange that is done where an operation stands in the plan. */
    Optional<TypeExchange> at(Operation operation) {
        return Optional.ofNullable(byLast.get(operation));
    }

    /** With all that can change only together with it, in the order of the plan. */
    private List<Difference> tiedTo(Difference first) {
        Set<Difference> tied = new HashSet<>(Set.of(first));
        int size = 0;
        while (size < tied.size()) {
            size = tied.size();
            Attachments attachments = attachments(List.copyOf(tied));
            retyped.stream()
                    .filter(other -> attachments.isTiedTo(altered(other)))
                    .forEach(tied::add);
        }
        return retyped.stream().filter(tied::contains).toList();
    }

    private Attachments attachments(List<Difference> differences) {
        return new Attachments(differences.stream().map(Exchanges::altered).toList(), plan, database, server);
    }

    private static AlterColumn altered(Difference difference) {
        return (AlterColumn) difference.operation();
    }

    private void exchange(List<Difference> tied) {
        List<Moved> columns = new ArrayList<>();
        for (Difference difference : tied) {
            AlterColumn altered = altered(difference);
            plan.key(altered.table())
                    .filter(key -> plan.isInUse(altered.table()) && server.isConvertedPerRow(altered))
                    .ifPresent(key -> columns.add(Moved.of(difference, altered, key)));
        }
        Attachments attachments = attachments(tied);
        if (columns.size() == tied.size() && attachments.canMove()) {
            byLast.put(tied.get(tied.size() - 1).operation(), new TypeExchange(server, columns, attachments));
            covered.addAll(tied.stream().map(Difference::operation).collect(Collectors.toSet()));
            plan.operations().stream().filter(attachments::isTakenDown).forEach(covered::add);
        }
    }
}
