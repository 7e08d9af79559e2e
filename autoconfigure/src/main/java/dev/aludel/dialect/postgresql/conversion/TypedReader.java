package dev.aludel.dialect.postgresql.conversion;

import dev.aludel.dialect.postgresql.text.TypeName;
import java.util.List;
import java.util.Set;

/**
 * Reads a value of JSON, or a text, as one of any type: a list as an array of any dimensions, an object as a composite value. The server
 * calls the input function of the type with its length, so that a domain refuses what is too long, where a cast to the domain would cut
 * it (PostgreSQL manual, JSON Functions: jsonb_populate_record).
 */
final class TypedReader {

    /** Says of what type the value is to be: the server's function asks for a composite one. */
    private static final String NAME = "aludel_value";

    private TypedReader() {}

    /** The conversion of an expression of type jsonb or text. */
    static Conversion of(String value, TypeName type) {
        return new Conversion(
                "(jsonb_populate_record(null::" + NAME + ", jsonb_build_object('value', " + value + "))).value",
                Set.of(Effect.READS, Effect.RESPELLS),
                List.of("create type " + NAME + " as (value " + type.unbounded() + ")"),
                List.of("drop type " + NAME));
    }
}
