package dev.aludel.script;

import dev.aludel.revision.Revision;
import dev.aludel.schema.Acceptance;
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
 * @param accepts what the adopted schema that it makes has otherwise than the mapping, and is left so
 * @param transactional whether it runs in a transaction, as most do
 * @param irreversible why it cannot be taken back; null when it can
 * @param generated the checksum of the text that autogenerate wrote, by which it is seen whether somebody changed it since; null where
 *     it was written by hand
 * @param allowances the hazards that it allows throughout, such as {@code create-index the table is small}
 * @param body what it does
 * @param location where it was read, as a message names it: a file or a class
 */
public record Script(
        Revision revision,
        @Nullable Instant created,
        List<SchemaObject> creates,
        List<Acceptance> accepts,
        boolean transactional,
        @Nullable String irreversible,
        @Nullable String generated,
        List<String> allowances,
        Body body,
        String location) {

    public Script {
        creates = List.copyOf(creates);
        accepts = List.copyOf(accepts);
        allowances = List.copyOf(allowances);
    }

    /** A script that accepts no difference, allows no hazard and that nobody generated. */
    public Script(
            Revision revision,
            @Nullable Instant created,
            List<SchemaObject> creates,
            boolean transactional,
            @Nullable String irreversible,
            Body body,
            String location) {
        this(revision, created, creates, List.of(), transactional, irreversible, null, List.of(), body, location);
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

    /** The same that leaves some differences of an adopted schema as they are. */
    public Script accepting(List<Acceptance> differences) {
        return new Script(
                revision,
                created,
                creates,
                differences,
                transactional,
                irreversible,
                generated,
                allowances,
                body,
                location);
    }

    /** The same as autogenerate's own work. */
    public Script asGenerated(String checksum) {
        return new Script(
                revision, created, creates, accepts, transactional, irreversible, checksum, allowances, body, location);
    }

    /** The same that runs without a transaction. */
    public Script withoutTransaction() {
        return new Script(revision, created, creates, accepts, false, irreversible, null, allowances, body, location);
    }
}
