package dev.aludel.dialect.postgresql;

import dev.aludel.schema.CompositeType;
import dev.aludel.schema.CompositeType.Attribute;
import dev.aludel.schema.UserType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The cast by which values move from a type to the one that takes its place, also within arrays and other types: through text, and
 * for a composite type by a function that takes each attribute over by its name.
 */
final class TypeConversion {

    private final PostgresRenderer renderer;
    private final UserType from;
    private final UserType to;

    TypeConversion(PostgresRenderer renderer, UserType from, UserType to) {
        this.renderer = renderer;
        this.from = from;
        this.to = to;
    }

    List<String> creation() {
        return bothComposite()
                ? List.of(function(), "create cast " + cast() + " with function " + signature())
                : List.of("create cast " + cast() + " with inout");
    }

    List<String> removal() {
        return bothComposite()
                ? List.of("drop cast " + cast(), "drop function " + signature())
                : List.of("drop cast " + cast());
    }

    private boolean bothComposite() {
        return from instanceof CompositeType && to instanceof CompositeType;
    }

    private String cast() {
        return "(" + renderer.quote(from.name()) + " as " + renderer.quote(to.name()) + ")";
    }

    private String signature() {
        return renderer.quote(to.name()) + "(" + renderer.quote(from.name()) + ")";
    }

    /** No row is no row, where a row of nulls stays one. */
    private String function() {
        List<Attribute> old = from.attributes();
        String row = to.attributes().stream()
                .map(attribute -> old.stream()
                        .filter(other -> other.name().equals(attribute.name()))
                        .findFirst()
                        .map(other -> value(other, attribute))
                        .orElse("null"))
                .collect(Collectors.joining(", ", "row(", ")"));
        String type = renderer.quote(to.name());
        return "create function %s returns %s language sql immutable\n    as $$ select case when $1 is not distinct from null then null else %s::%s end $$"
                .formatted(signature(), type, row, type);
    }

    private String value(Attribute before, Attribute after) {
        String value = "($1)." + renderer.quote(before.name());
        return before.type().equals(after.type()) ? value : Conversion.explicit(value, before.type(), after.type());
    }
}
