package dev.aludel.schema;

import java.util.Optional;

/** A constraint as one of a kind, for whom only that kind matters. */
public abstract class ConstraintKind<T> implements Constraint.Visitor<Optional<T>> {

    private static final ConstraintKind<PrimaryKey> PRIMARY_KEY = new ConstraintKind<>() {
        @Override
        public Optional<PrimaryKey> primaryKey(PrimaryKey constraint) {
            return Optional.of(constraint);
        }
    };

    private static final ConstraintKind<UniqueConstraint> UNIQUE = new ConstraintKind<>() {
        @Override
        public Optional<UniqueConstraint> unique(UniqueConstraint constraint) {
            return Optional.of(constraint);
        }
    };

    private static final ConstraintKind<ForeignKey> FOREIGN_KEY = new ConstraintKind<>() {
        @Override
        public Optional<ForeignKey> foreignKey(ForeignKey constraint) {
            return Optional.of(constraint);
        }
    };

    private static final ConstraintKind<CheckConstraint> CHECK = new ConstraintKind<>() {
        @Override
        public Optional<CheckConstraint> check(CheckConstraint constraint) {
            return Optional.of(constraint);
        }
    };

    private ConstraintKind() {}

    public static Optional<PrimaryKey> primaryKey(Constraint constraint) {
        return constraint.accept(PRIMARY_KEY);
    }

    public static Optional<UniqueConstraint> unique(Constraint constraint) {
        return constraint.accept(UNIQUE);
    }

    public static Optional<ForeignKey> foreignKey(Constraint constraint) {
        return constraint.accept(FOREIGN_KEY);
    }

    public static Optional<CheckConstraint> check(Constraint constraint) {
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
