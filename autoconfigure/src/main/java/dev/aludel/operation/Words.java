package dev.aludel.operation;

import dev.aludel.schema.CheckConstraint;
import dev.aludel.schema.Column;
import dev.aludel.schema.CompositeType;
import dev.aludel.schema.Constraint;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.EnumType;
import dev.aludel.schema.ExclusionConstraint;
import dev.aludel.schema.ForeignKey;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.TableOptions;
import dev.aludel.schema.UniqueConstraint;
import dev.aludel.schema.UserType;
import dev.aludel.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words for values in the description of an operation. */
final class Words {

    private Words() {}

    static String of(@Nullable Object value) {
        return value == null ? "none" : value instanceof String text ? "'" + text + "'" : value.toString();
    }

    /** {@code constraint users.uk_email: unique (email)}. */
    static String of(ObjectName table, Constraint constraint) {
        return "constraint " + named(table, constraint.name()) + ": " + constraint.accept(CONTENT);
    }

    /** {@code unique index users.ix_email (email desc)}. */
    static String of(ObjectName table, Index index) {
        String keys = index.keys().stream().map(Words::of).collect(Collectors.joining(", ", " (", ")"));
        String include = index.include().isEmpty() ? "" : " include (" + String.join(", ", index.include()) + ")";
        String predicate = index.predicate() == null ? "" : " where " + index.predicate();
        return (index.unique() ? "unique index " : "index ")
                + named(table, index.name())
                + keys
                + include
                + predicate
                + (index.valid() ? "" : ", INVALID");
    }

    private static String of(IndexKey key) {
        String nulls = key.nullsFirst() == key.descending() ? "" : key.nullsFirst() ? " nulls first" : " nulls last";
        return key.expression()
                + (key.options().isEmpty() ? "" : " " + key.options())
                + (key.descending() ? " desc" : "")
                + nulls;
    }

    /** {@code type color as enum ('BLUE', 'RED')}, {@code type address as (street text)}. */
    static String of(UserType type) {
        return "type " + type.name() + " as " + type.accept(TYPE);
    }

    static String list(List<String> values) {
        return values.stream().map(Words::of).collect(Collectors.joining(", "));
    }

    static String changed(String subject, List<String> differences) {
        return subject + ": " + String.join(", ", differences);
    }

    static List<String> differences(Column before, Column after) {
        List<String> differences = new ArrayList<>();
        compare(differences, "type", before, after, Column::type);
        compare(differences, "nullable", before, after, Column::nullable);
        compare(differences, "not null", before, after, Column::notNull);
        compare(differences, "default", before, after, Column::defaultValue);
        compare(differences, "identity", before, after, Column::identity);
        compare(differences, "generated", before, after, Column::generated);
        compare(differences, "collation", before, after, Column::collation);
        compare(differences, "comment", before, after, Column::comment);
        return differences;
    }

    static List<String> differences(TableOptions before, TableOptions after) {
        List<String> differences = new ArrayList<>();
        compare(differences, "parameters", before, after, TableOptions::parameters);
        compare(differences, "tablespace", before, after, TableOptions::tablespace);
        return differences;
    }

    static List<String> differences(Sequence before, Sequence after) {
        List<String> differences = new ArrayList<>();
        compare(differences, "start", before, after, Sequence::start);
        compare(differences, "increment", before, after, Sequence::increment);
        compare(differences, "options", before, after, Sequence::options);
        compare(differences, "owner", before, after, Sequence::owner);
        return differences;
    }

    static List<String> differences(View before, View after) {
        List<String> differences = new ArrayList<>();
        compare(differences, "comment", before, after, View::comment);
        compare(differences, "comments", before, after, View::columnComments);
        return differences;
    }

    private static <T> void compare(
            List<String> differences, String attribute, T before, T after, Function<T, @Nullable Object> value) {
        Object old = value.apply(before);
        Object now = value.apply(after);
        if (!Objects.equals(old, now)) {
            differences.add(attribute + " " + plain(old) + " -> " + plain(now));
        }
    }

    private static String plain(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    private static String named(ObjectName table, ConstraintName name) {
        return name.isUnnamed() ? table + ".(unnamed)" : table + "." + name;
    }

    private static final UserType.Visitor<String> TYPE = new UserType.Visitor<>() {
        @Override
        public String enumeration(EnumType type) {
            return "enum (" + list(type.values()) + ")";
        }

        @Override
        public String composite(CompositeType type) {
            return type.attributes().stream()
                    .map(attribute -> attribute.name() + " " + attribute.type())
                    .collect(Collectors.joining(", ", "(", ")"));
        }
    };

    private static final Constraint.Visitor<String> CONTENT = new Constraint.Visitor<>() {
        @Override
        public String primaryKey(PrimaryKey constraint) {
            return "primary key " + list(constraint.columns());
        }

        @Override
        public String unique(UniqueConstraint constraint) {
            return "unique " + list(constraint.columns());
        }

        @Override
        public String foreignKey(ForeignKey constraint) {
            return "foreign key " + list(constraint.columns()) + " references " + constraint.target() + " "
                    + list(constraint.targetColumns()) + constraint.validity().suffix();
        }

        @Override
        public String check(CheckConstraint constraint) {
            return "check (" + constraint.expression() + ")"
                    + constraint.validity().suffix();
        }

        @Override
        public String exclusion(ExclusionConstraint constraint) {
            return constraint.definition().toString();
        }

        private String list(List<String> columns) {
            return "(" + String.join(", ", columns) + ")";
        }
    };
}
