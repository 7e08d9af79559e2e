package dev.aludel.diff.adoption;

import dev.aludel.diff.Rank;
import dev.aludel.schema.Acceptance;
import dev.aludel.schema.Acceptance.Kind;
import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintKind;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Table;
import dev.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What may be accepted of a table's constraints: other names, other orders, an index that is as unique, and what the database asks for
 * where the mapping is silent. What the mapping asks for and the database does not is accepted only of Hibernate's own checks.
 */
final class ConstraintAcceptances {

    private static final Set<String> DEFERRED =
            Set.of("", "deferrable", "deferrable initially deferred", "deferrable initially immediate");

    private final Table found;
    private final Table mapped;
    private final OwnAdditions additions;
    private final List<Constraint> foundLeft;
    private final List<Constraint> mappedLeft;
    private final List<Accepting> accepted = new ArrayList<>();

    ConstraintAcceptances(Table found, Table mapped, OwnAdditions additions) {
        this.additions = additions;
        this.found = found;
        this.mapped = mapped;
        this.foundLeft = new ArrayList<>(found.constraints());
        this.mappedLeft = new ArrayList<>(mapped.constraints());
        foundLeft.removeAll(mapped.constraints());
        mappedLeft.removeAll(found.constraints());
    }

    List<Accepting> all() {
        match(this::otherName);
        match(this::otherOrder);
        match(this::otherActions);
        mappedLeft.removeIf(this::hasUniqueIndex);
        Set<Constraint> wanted = new HashSet<>(mappedLeft);
        mappedLeft.forEach(this::lack);
        foundLeft.forEach(constraint -> surplus(constraint, wanted));
        return accepted;
    }

    /** How a constraint of the database differs from one of the mapping, where that may be accepted. */
    private interface Likeness {
        Optional<Acceptance> of(Constraint existing, Constraint wanted);
    }

    private void match(Likeness likeness) {
        for (Constraint wanted : List.copyOf(mappedLeft)) {
            for (Constraint existing : List.copyOf(foundLeft)) {
                Optional<Acceptance> acceptance = likeness.of(existing, wanted);
                if (acceptance.isPresent()) {
                    mappedLeft.remove(wanted);
                    foundLeft.remove(existing);
                    accept(acceptance.get(), table -> with(without(table, wanted), existing));
                    break;
                }
            }
        }
    }

    private Optional<Acceptance> otherName(Constraint existing, Constraint wanted) {
        return wanted.withName(existing.name()).equals(existing)
                ? Optional.of(one(Kind.NAME, existing, "for " + wanted.name().text()))
                : Optional.empty();
    }

    /** A foreign key may pair its columns in another order, too. */
    private Optional<Acceptance> otherOrder(Constraint existing, Constraint wanted) {
        if (existing instanceof UniqueConstraint has && wanted instanceof UniqueConstraint wants) {
            boolean same = new UniqueConstraint(has.name(), wants.columns(), wants.nullsDistinct(), wants.options())
                    .equals(new UniqueConstraint(has.name(), wants.columns(), has.nullsDistinct(), has.options()));
            return same ? otherOrder(existing, has.columns(), wants.columns()) : Optional.empty();
        }
        if (existing instanceof PrimaryKey has && wanted instanceof PrimaryKey wants) {
            return otherOrder(existing, has.columns(), wants.columns());
        }
        if (existing instanceof ForeignKey has
                && wanted instanceof ForeignKey wants
                && pairs(has).equals(pairs(wants))
                && ForeignKey.of(has.name(), has.columns(), wants.target(), has.targetColumns())
                        .equals(has)) {
            return otherOrder(existing, has.columns(), wants.columns());
        }
        return Optional.empty();
    }

    private Optional<Acceptance> otherOrder(Constraint existing, List<String> has, List<String> wants) {
        return Set.copyOf(has).equals(Set.copyOf(wants))
                ? Optional.of(one(Kind.ORDER, existing, list(has) + " for " + list(wants)))
                : Optional.empty();
    }

    private static Map<String, String> pairs(ForeignKey key) {
        Map<String, String> pairs = new TreeMap<>();
        for (int at = 0; at < key.columns().size(); at++) {
            pairs.put(key.columns().get(at), key.targetColumns().get(at));
        }
        return pairs;
    }

    private Optional<Acceptance> otherActions(Constraint existing, Constraint wanted) {
        if (!(existing instanceof ForeignKey has) || !(wanted instanceof ForeignKey wants)) {
            return Optional.empty();
        }
        ForeignKey plain = ForeignKey.of(has.name(), has.columns(), has.target(), has.targetColumns());
        return plain.equals(wants.withName(has.name())) && DEFERRED.contains(has.options())
                ? Optional.of(one(Kind.FOREIGN_KEY, existing, definition(has)))
                : Optional.empty();
    }

    /** The database has a unique index in place of the constraint, which stays unmanaged. */
    private boolean hasUniqueIndex(Constraint wanted) {
        if (!(wanted instanceof UniqueConstraint unique) || !unique.options().isEmpty()) {
            return false;
        }
        Optional<Index> index = found.indexes().stream()
                .filter(each -> each.referableColumns().equals(Set.copyOf(unique.columns()))
                        && each.nullsDistinct() == unique.nullsDistinct())
                .findFirst();
        index.ifPresent(each -> accept(
                new Acceptance(Kind.INDEX, mapped.name(), each.name().text(), "for unique " + list(unique.columns())),
                table -> without(table, wanted)));
        return index.isPresent();
    }

    /** Only what Hibernate adds by itself may be lacking, and what the database has of the kind is not that. */
    private void lack(Constraint wanted) {
        additions
                .columnOf(mapped, wanted)
                .filter(column ->
                        foundLeft.stream().noneMatch(each -> Rank.of(each) == Rank.of(wanted) && each.concerns(column)))
                .ifPresent(column -> accept(
                        new Acceptance(lacking(wanted), mapped.name(), column, content(wanted)),
                        table -> without(table, wanted)));
    }

    private static Kind lacking(Constraint constraint) {
        return ConstraintKind.check(constraint).isPresent() ? Kind.NO_CHECK : Kind.NO_UNIQUE;
    }

    private static String content(Constraint constraint) {
        return ConstraintKind.check(constraint)
                .map(check -> check.expression().declared())
                .or(() -> ConstraintKind.unique(constraint).map(unique -> list(unique.columns())))
                .orElse("");
    }

    /** What the mapping says of the same columns in another way is not silence. */
    private void surplus(Constraint existing, Set<Constraint> wanted) {
        if (wanted.stream()
                .anyMatch(each -> each.name().text().equals(existing.name().text()))) {
            return;
        }
        if (existing instanceof CheckConstraint check) {
            boolean said = wanted.stream()
                    .filter(CheckConstraint.class::isInstance)
                    .anyMatch(each -> mapped.columns().stream()
                            .anyMatch(column -> each.concerns(column.name()) && check.concerns(column.name())));
            if (!said) {
                accept(one(Kind.CHECK, check, ""), table -> with(table, check));
            }
        } else if (existing instanceof UniqueConstraint unique) {
            accept(one(Kind.UNIQUE, unique, list(unique.columns())), table -> with(table, unique));
        } else if (existing instanceof ExclusionConstraint exclusion) {
            accept(one(Kind.EXCLUSION, exclusion, ""), table -> with(table, exclusion));
        } else if (existing instanceof ForeignKey key
                && wanted.stream()
                        .noneMatch(each -> each instanceof ForeignKey other
                                && other.columns().equals(key.columns()))) {
            accept(one(Kind.FOREIGN_KEY, key, definition(key)), table -> with(table, key));
        }
    }

    private void accept(Acceptance acceptance, UnaryOperator<Table> change) {
        accepted.add(new Accepting(List.of(acceptance), change));
    }

    private Acceptance one(Kind kind, Constraint existing, String detail) {
        return new Acceptance(kind, mapped.name(), existing.name().text(), detail);
    }

    private static Table without(Table table, Constraint constraint) {
        return table.keeping(each -> !each.equals(constraint));
    }

    private static Table with(Table table, Constraint constraint) {
        List<Constraint> all = new ArrayList<>(table.constraints());
        all.add(constraint);
        return table.withConstraints(all);
    }

    private static String definition(ForeignKey key) {
        StringBuilder text = new StringBuilder(
                "%s to %s %s".formatted(list(key.columns()), key.target(), list(key.targetColumns())));
        if (key.onDelete() != ForeignKey.Action.NO_ACTION) {
            text.append(" on delete ").append(words(key.onDelete()));
        }
        if (key.onUpdate() != ForeignKey.Action.NO_ACTION) {
            text.append(" on update ").append(words(key.onUpdate()));
        }
        return key.options().isEmpty() ? text.toString() : text + " " + key.options();
    }

    private static String words(ForeignKey.Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }
}
