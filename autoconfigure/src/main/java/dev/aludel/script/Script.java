package dev.aludel.script;

import dev.aludel.revision.Revision;
import dev.aludel.schema.SchemaObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A revision script: the header and the text of its two sections.
 *
 * @param revision what the graph knows
 * @param created when it was written, if the header says so
 * @param creates the objects that become managed with it
 * @param transactional whether it runs in a transaction, as most do
 * @param irreversible why it cannot be taken back; null when it can
 * @param upgrade text between {@code -- upgrade} and {@code -- downgrade}
 * @param upgradeLine the line of the file on which the upgrade section's text begins
 * @param downgrade text after {@code -- downgrade}
 * @param downgradeLine the line of the file on which the downgrade section's text begins
 * @param location where it was read, as a message names it
 */
public record Script(
        Revision revision,
        @Nullable Instant created,
        List<SchemaObject> creates,
        boolean transactional,
        @Nullable String irreversible,
        String upgrade,
        int upgradeLine,
        String downgrade,
        int downgradeLine,
        String location) {

    public Script {
        creates = List.copyOf(creates);
    }

    public String id() {
        return revision.id();
    }

    /** Why it cannot be taken back, if it cannot. */
    public Optional<String> irreversibleReason() {
        return Optional.ofNullable(irreversible);
    }
}
