package dev.aludel.schema;

import java.util.List;
import java.util.function.Supplier;

/**
 * What entities say: the schema that they mean, what of it was renamed, and who of them says it.
 *
 * @param renames in the order of the mapping
 * @param origins who in the mapping each piece of the schema comes from; asked only where something differs
 */
public record Model(Schema schema, List<RenameHint> renames, Supplier<Origins> origins) {

    public Model {
        renames = List.copyOf(renames);
    }

    /** A schema that nothing was renamed in, and of which nobody knows where it comes from. */
    public static Model of(Schema schema) {
        return new Model(schema, List.of(), Origins::none);
    }
}
