package dev.aludel.dialect.postgresql;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.UniqueConstraint;
import java.util.Optional;

/** For whom one kind of constraint matters. */
abstract class ConstraintKind<T> implements Constraint.Visitor<Optional<T>> {

    private static final ConstraintKind<UniqueConstraint> UNIQUE = new ConstraintKind<>() {
        @Override
        public Optional<UniqueConstraint> unique(UniqueConstraint constraint) {
            return Optional.of(constraint);
        }
    };

    private static final ConstraintKind<CheckConstraint> CHECK = new ConstraintKind<>() {
        @Override
        public Optional<CheckConstraint> check(CheckConstraint constraint) {
            return Optional.of(constraint);
        }
    };

    static Optional<UniqueConstraint> unique(Constraint constraint) {
        return constraint.accept(UNIQUE);
    }

    static Optional<CheckConstraint> check(Constraint constraint) {
        return constraint.accept(CHECK);
    }

    @Override
    public Optional<T> primaryKey(PrimaryKey constraint) {
        return Optional.empty();
    }

    @Override
    public Optional<T> unique(UniqueConstraint constraint) {
        return Optional.empty();
    }

    @Override
    public Optional<T> foreignKey(ForeignKey constraint) {
        return Optional.empty();
    }

    @Override
    public Optional<T> check(CheckConstraint constraint) {
        return Optional.empty();
    }

    @Override
    public Optional<T> exclusion(ExclusionConstraint constraint) {
        return Optional.empty();
    }
}
