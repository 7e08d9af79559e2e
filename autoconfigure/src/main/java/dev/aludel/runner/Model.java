package dev.aludel.runner;

import dev.aludel.schema.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the entities mean.
 *
 * @param schema as Hibernate would create it; objects without a schema of their own have an empty schema name
 * @param configuredSchema Hibernate's default schema, where the application sets one
 */
public record Model(Schema schema, @Nullable String configuredSchema) {

    /** Hibernate's default schema, where the application sets one. */
    public Optional<String> defaultSchema() {
        return Optional.ofNullable(configuredSchema);
    }
}
