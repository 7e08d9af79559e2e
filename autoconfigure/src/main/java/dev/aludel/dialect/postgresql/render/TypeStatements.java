package dev.aludel.dialect.postgresql.render;

import dev.aludel.operation.AddEnumValues;
import dev.aludel.schema.CompositeType;
import dev.aludel.schema.CompositeType.Attribute;
import dev.aludel.schema.EnumType;
import dev.aludel.schema.EnumType.TextCast;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements that make, change and drop types (PostgreSQL manual, CREATE TYPE, ALTER TYPE, CREATE CAST). */
final class TypeStatements {

    private final PostgresRenderer renderer;

    TypeStatements(PostgresRenderer renderer) {
        this.renderer = renderer;
    }

    List<String> creation(UserType type) {
        List<String> statements = new ArrayList<>();
        statements.add("create type " + name(type) + " as " + type.accept(new Definition()));
        casts(type).forEach(cast -> statements.add(creation(type, cast)));
        if (type.comment() != null) {
            statements.add(comment(type));
        }
        type.attributes().stream()
                .filter(attribute -> attribute.comment() != null)
                .forEach(attribute -> statements.add(comment(type, attribute)));
        return statements;
    }

    /** The casts go first: they stand on the type, and nothing shall go by {@code cascade}. */
    List<String> removal(UserType type) {
        List<String> statements = new ArrayList<>();
        casts(type).forEach(cast -> statements.add(removal(type, cast)));
        statements.add("drop type " + name(type));
        return statements;
    }

    /** What can be changed in place: casts, comments, attributes at the end. */
    List<String> change(UserType before, UserType after) {
        List<String> statements = new ArrayList<>();
        List<TextCast> old = casts(before);
        List<TextCast> now = casts(after);
        old.stream().filter(cast -> !now.contains(cast)).forEach(cast -> statements.add(removal(before, cast)));
        now.stream().filter(cast -> !old.contains(cast)).forEach(cast -> statements.add(creation(after, cast)));
        attributes(statements, before.attributes(), after);
        if (!Objects.equals(before.comment(), after.comment())) {
            statements.add(comment(after));
        }
        return statements;
    }

    private void attributes(List<String> statements, List<Attribute> before, UserType type) {
        List<Attribute> after = type.attributes();
        for (int at = before.size() - 1; at >= after.size(); at--) {
            statements.add(alter(type) + "drop attribute "
                    + renderer.quote(before.get(at).name()));
        }
        for (int at = 0; at < after.size(); at++) {
            boolean added = at >= before.size();
            Attribute attribute = after.get(at);
            if (added) {
                statements.add(alter(type) + "add attribute " + definition(attribute));
            }
            String old = added ? null : before.get(at).comment();
            if (!Objects.equals(old, attribute.comment())) {
                statements.add(comment(type, attribute));
            }
        }
    }

    /** Each value before the next one that is there already, else at the end. */
    List<String> addedValues(AddEnumValues operation) {
        List<String> there = new ArrayList<>(operation.before().values());
        List<String> values = operation.after().values();
        List<String> statements = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            String value = values.get(at);
            if (!there.contains(value)) {
                String next = at < there.size() ? " before " + renderer.literal(there.get(at)) : "";
                statements.add(alter(operation.after()) + "add value " + renderer.literal(value) + next);
                there.add(at, value);
            }
        }
        return statements;
    }

    private String creation(UserType type, TextCast cast) {
        return "create cast " + cast(type, cast) + " with inout as implicit";
    }

    private String removal(UserType type, TextCast cast) {
        return "drop cast " + cast(type, cast);
    }

    private String cast(UserType type, TextCast cast) {
        return switch (cast) {
            case FROM_VARCHAR -> "(varchar as " + name(type) + ")";
            case TO_VARCHAR -> "(" + name(type) + " as varchar)";
        };
    }

    private String comment(UserType type) {
        return renderer.comment("type " + name(type), type.comment());
    }

    private String comment(UserType type, Attribute attribute) {
        return renderer.comment("column " + name(type) + "." + renderer.quote(attribute.name()), attribute.comment());
    }

    private String alter(UserType type) {
        return "alter type " + name(type) + " ";
    }

    private String name(UserType type) {
        ObjectName name = type.name();
        // a type by the name of a word of the server's own, such as "time", is only found in quotes
        return renderer.quote(name);
    }

    private String definition(Attribute attribute) {
        String collation = attribute.collation();
        return renderer.quote(attribute.name()) + " " + attribute.type()
                + (collation == null ? "" : " collate " + new Definitions(renderer).collation(collation));
    }

    /** In the order in which Hibernate makes them. */
    private static List<TextCast> casts(UserType type) {
        Set<TextCast> casts = type.accept(new UserType.Visitor<Set<TextCast>>() {
            @Override
            public Set<TextCast> enumeration(EnumType enumeration) {
                return enumeration.casts();
            }

            @Override
            public Set<TextCast> composite(CompositeType composite) {
                return Set.of();
            }
        });
        return casts.stream().sorted().toList();
    }

    /** What stands behind {@code as}. */
    private final class Definition implements UserType.Visitor<String> {

        @Override
        public String enumeration(EnumType type) {
            return type.values().stream().map(renderer::literal).collect(Collectors.joining(", ", "enum (", ")"));
        }

        @Override
        public String composite(CompositeType type) {
            return type.attributes().stream()
                    .map(TypeStatements.this::definition)
                    .collect(Collectors.joining(",\n    ", "(\n    ", "\n)"));
        }
    }
}
