package dev.aludel.diff.provenance;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.CreateSequence;
import dev.aludel.operation.CreateTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropSequence;
import dev.aludel.operation.DropTable;
import dev.aludel.operation.Operation;
import dev.aludel.operation.PartialVisitor;
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

    private static final Gained GAINED = new Gained();
    private static final Lost LOST = new Lost();

    private final Map<Name, String> formerNames = new HashMap<>();
    private final Map<Name, String> newNames = new HashMap<>();

    NamingChange(List<Operation> plan, Origins origins) {
        Set<Name> lost = new HashSet<>();
        List<Name> gained = new ArrayList<>();
        for (Operation operation : plan) {
            operation.accept(LOST).ifPresent(lost::add);
            operation.accept(GAINED).ifPresent(gained::add);
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
                operation.accept(GAINED).map(formerNames::get).map(name -> "Spring Boot 3 called it '" + name + "'");
        return former.or(
                () -> operation.accept(LOST).map(newNames::get).map(name -> "Spring Boot 4 calls it '" + name + "'"));
    }

    private static final class Gained extends PartialVisitor<Optional<Name>> {

        @Override
        protected Optional<Name> other(Operation operation) {
            return Optional.empty();
        }

        @Override
        public Optional<Name> addColumn(AddColumn operation) {
            return Optional.of(new Name(operation.table(), operation.column().name()));
        }

        @Override
        public Optional<Name> renameColumn(RenameColumn operation) {
            return Optional.of(new Name(operation.table(), operation.after()));
        }

        @Override
        public Optional<Name> createTable(CreateTable operation) {
            return Optional.of(Name.of(operation.table().name()));
        }

        @Override
        public Optional<Name> renameTable(RenameTable operation) {
            return Optional.of(Name.of(operation.after()));
        }

        @Override
        public Optional<Name> createSequence(CreateSequence operation) {
            return Optional.of(Name.of(operation.sequence().name()));
        }

        @Override
        public Optional<Name> renameSequence(RenameSequence operation) {
            return Optional.of(Name.of(operation.after()));
        }
    }

    private static final class Lost extends PartialVisitor<Optional<Name>> {

        @Override
        protected Optional<Name> other(Operation operation) {
            return Optional.empty();
        }

        @Override
        public Optional<Name> dropColumn(DropColumn operation) {
            return Optional.of(new Name(operation.table(), operation.column().name()));
        }

        @Override
        public Optional<Name> renameColumn(RenameColumn operation) {
            return Optional.of(new Name(operation.table(), operation.before()));
        }

        @Override
        public Optional<Name> dropTable(DropTable operation) {
            return Optional.of(Name.of(operation.table().name()));
        }

        @Override
        public Optional<Name> renameTable(RenameTable operation) {
            return Optional.of(Name.of(operation.before()));
        }

        @Override
        public Optional<Name> dropSequence(DropSequence operation) {
            return Optional.of(Name.of(operation.sequence().name()));
        }

        @Override
        public Optional<Name> renameSequence(RenameSequence operation) {
            return Optional.of(Name.of(operation.before()));
        }
    }

    /** @param column empty for the name of a table or sequence */
    private record Name(ObjectName object, String column) {

        static Name of(ObjectName relation) {
            return new Name(relation, "");
        }

        String text() {
            return column.isEmpty() ? object.name() : column;
        }

        Optional<Name> former(Origins origins) {
            return column.isEmpty()
                    ? Optional.ofNullable(origins.formerNames().get(object)).map(name -> of(object.sibling(name)))
                    : Optional.ofNullable(origins.of(object).formerNames().get(column))
                            .map(name -> new Name(object, name));
        }
    }
}
