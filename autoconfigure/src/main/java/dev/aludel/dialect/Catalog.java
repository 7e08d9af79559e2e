package dev.aludel.dialect;

import dev.aludel.schema.Schema;
import dev.aludel.schema.SchemaObject;
import java.util.List;

/**
 * What a database holds in the schemas that were read.
 *
 * @param schema tables and sequences with all that belongs to them, in normal form
 * @param others what the relational model does not speak of: views, functions, triggers, partitions and the like
 * @param serverVersion the major version of the server, such as 18
 */
public record Catalog(Schema schema, List<SchemaObject> others, int serverVersion) {

    public Catalog {
        others = List.copyOf(others);
    }
}
