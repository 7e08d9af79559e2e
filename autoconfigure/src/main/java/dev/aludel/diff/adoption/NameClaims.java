package dev.aludel.diff.adoption;

import dev.aludel.diff.Rank;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.Index;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names that a model gives by itself in the one space of names that tables, sequences, indexes and keys share: what the
 * database has under such a name cannot live on as something else whose name is open.
 */
final class NameClaims {

    private final Map<ObjectName, Set<Claim>> claims = new HashMap<>();

    /** Who wants a name: the constraints or the indexes of a table, or with neither the table or a sequence itself. */
    private record Claim(ObjectName table, String part) {}

    NameClaims(Schema model) {
        model.tables().forEach(this::add);
        model.sequences().forEach(sequence -> claim(sequence.name(), sequence.name(), ""));
    }

    private void add(Table table) {
        claim(table.name(), table.name(), "");
        table.constraints().stream()
                .filter(constraint -> Rank.of(constraint).hasIndex() && !Adoption.isOpen(constraint))
                .forEach(constraint ->
                        claim(table.name().sibling(constraint.name().text()), table.name(), "constraint"));
        table.indexes().stream()
                .filter(index -> !index.name().implicit())
                .forEach(index -> claim(table.name().sibling(index.name().text()), table.name(), "index"));
    }

    private void claim(ObjectName name, ObjectName table, String part) {
        claims.computeIfAbsent(name, absent -> new HashSet<>()).add(new Claim(table, part));
    }

    /** Whether no one but the table's constraints wants the constraint's name. */
    boolean allow(ObjectName table, Constraint constraint) {
        return !Rank.of(constraint).hasIndex() || allow(table, constraint.name().text(), "constraint");
    }

    /** Whether no one but the table's indexes wants the index's name. */
    boolean allow(ObjectName table, Index index) {
        return allow(table, index.name().text(), "index");
    }

    private boolean allow(ObjectName table, String name, String part) {
        return Set.of(new Claim(table, part)).containsAll(claims.getOrDefault(table.sibling(name), Set.of()));
    }
}
