package dev.aludel.diff;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.RenameColumn;
import dev.aludel.operation.RenameSequence;
import dev.aludel.operation.RenameTable;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Origins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names of which a plan makes the new one and drops the old one, where the mapping is the same and Spring Boot names otherwise:
 * its version 3 called {@code address2Line} {@code address2line}, its version 4 calls it {@code address2_line}.
 */
final class NamingChange {

    private final Map<Name, String> formerNames = new HashMap<>();
    private final Map<Name, String> newNames = new HashMap<>();

    NamingChange(List<Operation> plan, Origins origins) {
        Set<Name> lost = new HashSet<>();
        List<Name> gained = new ArrayList<>();
        for (Operation operation : plan) {
            lost(operation).ifPresent(lost::add);
            gained(operation).ifPresent(gained::add);
        }
        for (Name name : gained) {
            name.former(origins).filter(lost::contains).ifPresent(former -> {
                formerNames.put(name, former.text());
                newNames.put(former, name.text());
            });
        }
    }

    /** What to say of an operation that is one side of such a change. */
    Optional<String> of(Operation operation) {
        Optional<String> former =
                gained(operation).map(formerNames::get).map(name -> "Spring Boot 3 called it '" + name + "'");
        return former.or(() -> lost(operation).map(newNames::get).map(name -> "Spring Boot 4 calls it '" + name + "'"));
    }

    private static Optional<Name> gained(Operation operation) {
        if (operation instanceof AddColumn add) {
            return Optional.of(new Name(add.table(), add.column().name()));
        }
        if (operation instanceof RenameColumn rename) {
            return Optional.of(new Name(rename.table(), rename.after()));
        }
        return relation(operation).map(name -> new Name(name, ""));
    }

    private static Optional<ObjectName> relation(Operation operation) {
        if (operation instanceof CreateTable create) {
            return Optional.of(create.table().name());
        }
        if (operation instanceof RenameTable rename) {
            return Optional.of(rename.after());
        }
        if (operation instanceof CreateSequence create) {
            return Optional.of(create.sequence().name());
        }
        return operation instanceof RenameSequence rename ? Optional.of(rename.after()) : Optional.empty();
    }

    private static Optional<Name> lost(Operation operation) {
        if (operation instanceof DropColumn drop) {
            return Optional.of(new Name(drop.table(), drop.column().name()));
        }
        if (operation instanceof RenameColumn rename) {
            return Optional.of(new Name(rename.table(), rename.before()));
        }
        return lostRelation(operation).map(name -> new Name(name, ""));
    }

    private static Optional<ObjectName> lostRelation(Operation operation) {
        if (operation instanceof DropTable drop) {
            return Optional.of(drop.table().name());
        }
        if (operation instanceof RenameTable rename) {
            return Optional.of(rename.before());
        }
        if (operation instanceof DropSequence drop) {
            return Optional.of(drop.sequence().name());
        }
        return operation instanceof RenameSequence rename ? Optional.of(rename.before()) : Optional.empty();
    }

    /** @param column empty for the name of a table or sequence */
    private record Name(ObjectName object, String column) {

        String text() {
            return column.isEmpty() ? object.name() : column;
        }

        Optional<Name> former(Origins origins) {
            return column.isEmpty()
                    ? Optional.ofNullable(origins.formerNames().get(object))
                            .map(name -> new Name(object.sibling(name), ""))
                    : Optional.ofNullable(origins.of(object).formerNames().get(column))
                            .map(name -> new Name(object, name));
        }
    }
}
