package dev.aludel.diff.provenance;

import static java.util.stream.Collectors.toCollection;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.Expression;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Origin;
import dev.aludel.schema.Origins;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Who constraints and indexes come from: the attributes whose columns they stand on. */
record KeyOrigins(Origins origins) {

    private static final Pattern LITERAL = Pattern.compile("'[^']*'");

    Set<Origin> of(ObjectName table, Constraint constraint) {
        return constraint.accept(new OfConstraint(table));
    }

    Set<Origin> of(ObjectName table, Index index) {
        Set<String> columns = new LinkedHashSet<>();
        for (IndexKey key : index.keys()) {
            if (key.isColumn()) {
                columns.add(key.expression().declared());
            } else {
                columns.addAll(mentioned(table, key::concerns));
            }
        }
        return orOwners(table, origins.columns(table, columns));
    }

    /** The columns that a check is about; a value {@code 'active'} in it is no column. */
    Set<String> mentioned(ObjectName table, CheckConstraint check) {
        String text = LITERAL.matcher(check.expression().declared()).replaceAll("''");
        return mentioned(table, Expression.of(text)::mentions);
    }

    private Set<String> mentioned(ObjectName table, Predicate<String> concerns) {
        return origins.of(table).columns().keySet().stream().filter(concerns).collect(toCollection(LinkedHashSet::new));
    }

    private Set<Origin> orOwners(ObjectName table, Set<Origin> found) {
        return found.isEmpty() ? origins.table(table) : found;
    }

    private final class OfConstraint implements Constraint.Visitor<Set<Origin>> {

        private final ObjectName table;

        OfConstraint(ObjectName table) {
            this.table = table;
        }

        @Override
        public Set<Origin> primaryKey(PrimaryKey constraint) {
            return of(constraint.columns());
        }

        @Override
        public Set<Origin> unique(UniqueConstraint constraint) {
            return of(constraint.columns());
        }

        @Override
        public Set<Origin> foreignKey(ForeignKey constraint) {
            return orOwners(table, origins.reference(table, constraint.columns()));
        }

        /** The check {@code dtype <> 'Cat' or (name is not null)} is about the name. */
        @Override
        public Set<Origin> check(CheckConstraint constraint) {
            Set<Origin> all = origins.columns(table, mentioned(table, constraint));
            Set<Origin> attributes = all.stream()
                    .filter(origin -> !origin.role().equals(Origin.DISCRIMINATOR))
                    .collect(toCollection(LinkedHashSet::new));
            return orOwners(table, attributes.isEmpty() ? all : attributes);
        }

        @Override
        public Set<Origin> exclusion(ExclusionConstraint constraint) {
            return orOwners(table, origins.columns(table, mentioned(table, constraint::concerns)));
        }

        private Set<Origin> of(List<String> columns) {
            return orOwners(table, origins.columns(table, columns));
        }
    }
}
