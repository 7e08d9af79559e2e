package dev.aludel.diff;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import java.util.Comparator;
import java.util.List;

/** The kinds of constraint in the order in which a table shows them. */
public enum Rank {
    PRIMARY_KEY,
    UNIQUE,
    CHECK,
    EXCLUSION,
    FOREIGN_KEY;

    /** By kind, then by name: two models in different order make the same plan. */
    static final Comparator<Constraint> ORDER = Comparator.comparing(Rank::of)
            .thenComparing(constraint -> constraint.name().text());

    private static final Constraint.Visitor<Rank> RANK = new Constraint.Visitor<>() {
        @Override
        public Rank primaryKey(PrimaryKey constraint) {
            return PRIMARY_KEY;
        }

        @Override
        public Rank unique(UniqueConstraint constraint) {
            return UNIQUE;
        }

        @Override
        public Rank foreignKey(ForeignKey constraint) {
            return FOREIGN_KEY;
        }

        @Override
        public Rank check(CheckConstraint constraint) {
            return CHECK;
        }

        @Override
        public Rank exclusion(ExclusionConstraint constraint) {
            return EXCLUSION;
        }
    };

    public static Rank of(Constraint constraint) {
        return constraint.accept(RANK);
    }

    /** Whether an index of the same name stands behind the constraint. */
    public boolean hasIndex() {
        return this == PRIMARY_KEY || this == UNIQUE || this == EXCLUSION;
    }

    /** Whether the constraint's text is made from the types of its columns, so that a change of type leaves an old text. */
    boolean hasText() {
        return this == CHECK || this == EXCLUSION;
    }

    /** The columns of a key that a foreign key can refer to; empty for other constraints. */
    static List<String> key(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.columns();
        }
        return constraint instanceof UniqueConstraint key ? key.columns() : List.of();
    }
}
