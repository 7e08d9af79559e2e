package dev.aludel.schema;

import java.util.List;

/**
 * What entities say: the schema that they mean, and what of it was renamed.
 *
 * @param renames in the order of the mapping
 */
public record Model(Schema schema, List<RenameHint> renames) {

    public Model {
        renames = List.copyOf(renames);
    }

    /** A schema that nothing was renamed in. */
    public static Model of(Schema schema) {
        return new Model(schema, List.of());
    }
}
