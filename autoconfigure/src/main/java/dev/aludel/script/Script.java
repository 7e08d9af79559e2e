package dev.aludel.script;

import dev.aludel.revision.Revision;
import dev.aludel.schema.SchemaObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A revision as it was written: its header and what it does.
 *
 * @param revision what the graph knows
 * @param created when it was written, if the header says so
 * @param creates the objects that become managed with it
 * @param transactional whether it runs in a transaction, as most do
 * @param irreversible why it cannot be taken back; null when it can
 * @param allowances the hazards that it allows throughout, such as {@code create-index the table is small}
 * @param body what it does
 * @param location where it was read, as a message names it: a file or a class
 */
public record Script(
        Revision revision,
        @Nullable Instant created,
        List<SchemaObject> creates,
        boolean transactional,
        @Nullable String irreversible,
        List<String> allowances,
        Body body,
        String location) {

    public Script {
        creates = List.copyOf(creates);
        allowances = List.copyOf(allowances);
    }

    /** A script that allows no hazard. */
    public Script(
            Revision revision,
            @Nullable Instant created,
            List<SchemaObject> creates,
            boolean transactional,
            @Nullable String irreversible,
            Body body,
            String location) {
        this(revision, created, creates, transactional, irreversible, List.of(), body, location);
    }

    public String id() {
        return revision.id();
    }

    /**
     * Its sections.
     *
     * @throws SourceRequiredException where it is a class
     */
    public SqlBody sql() {
        return body.accept(new Body.Visitor<>() {
            @Override
            public SqlBody sql(SqlBody sections) {
                return sections;
            }

            @Override
            public SqlBody java(JavaBody java) {
                throw new SourceRequiredException(id(), java.type().getName());
            }
        });
    }

    /** Why it cannot be taken back, if it cannot. */
    public Optional<String> irreversibleReason() {
        return Optional.ofNullable(irreversible);
    }

    /** The same that runs without a transaction. */
    public Script withoutTransaction() {
        return new Script(revision, created, creates, false, irreversible, body, location);
    }
}
