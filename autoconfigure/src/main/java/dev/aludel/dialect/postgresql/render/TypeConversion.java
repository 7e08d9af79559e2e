package dev.aludel.dialect.postgresql.render;

import dev.aludel.dialect.postgresql.conversion.Conversion;
import dev.aludel.dialect.postgresql.conversion.ValueChange;
import dev.aludel.schema.CompositeType;
import dev.aludel.schema.CompositeType.Attribute;
import dev.aludel.schema.UserType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The cast by which values move from a type to the one that takes its place, also within arrays and other types: through text, and
 * for a composite type by a function that takes each attribute over by its name.
 */
public final class TypeConversion {

    private final PostgresRenderer renderer;
    private final UserType from;
    private final UserType to;

    public TypeConversion(PostgresRenderer renderer, UserType from, UserType to) {
        this.renderer = renderer;
        this.from = from;
        this.to = to;
    }

    public List<String> creation() {
        return bothComposite()
                ? List.of(function(), "create cast " + cast() + " with function " + signature())
                : List.of("create cast " + cast() + " with inout");
    }

    public List<String> removal() {
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

    /**
     * No row is no row, where a row of nulls stays one. The columns of the query are assigned to the attributes, so that a text that is
     * too long is refused, where a cast of the row would cut it (PostgreSQL manual, CREATE FUNCTION and SQL functions).
     */
    private String function() {
        List<Attribute> old = from.attributes();
        String values = to.attributes().stream()
                .map(attribute -> old.stream()
                        .filter(other -> other.name().equals(attribute.name()))
                        .findFirst()
                        .map(other -> value(other, attribute))
                        .orElse("null::" + attribute.type()))
                .collect(Collectors.joining(", "));
        return "create function %s returns %s language sql immutable\n    as $$ select %s where $1 is distinct from null $$"
                .formatted(signature(), renderer.quote(to.name()), values);
    }

    /** What a conversion would have to prepare stays with a column; an attribute is converted through text. */
    private String value(Attribute before, Attribute after) {
        String value = "($1)." + renderer.quote(before.name());
        if (before.type().equals(after.type())) {
            return value;
        }
        ValueChange change = ValueChange.of(value, before.type(), after.type());
        Conversion conversion = Conversion.of(change);
        return conversion.preparation().isEmpty()
                ? conversion.expression()
                : change.text() + "::" + change.now().unbounded();
    }
}
