package dev.aludel.command;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks of a new revision.
 *
 * @param message what it does; may be empty
 * @param id null for a new one
 * @param heads identifiers of the revisions that it follows; {@code base} begins a line of its own
 * @param splice whether it may follow a revision that another one follows already
 * @param branchLabels names of the branch that begins with it
 * @param dependsOn identifiers of revisions that must be there first
 * @param format how it is written; null for what the settings say
 * @param online whether autogenerate plans for a database that is written to meanwhile, even where the settings do not say so
 * @param strict whether autogenerate proposes what revisions accept of an adopted schema, too
 */
public record NewRevision(
        String message,
        @Nullable String id,
        List<String> heads,
        boolean splice,
        Set<String> branchLabels,
        List<String> dependsOn,
        @Nullable ScriptFormat format,
        boolean online,
        boolean strict) {

    public NewRevision {
        heads = List.copyOf(heads);
        branchLabels = Set.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
    }

    /** With another message. */
    public NewRevision withMessage(String other) {
        return new NewRevision(other, id, heads, splice, branchLabels, dependsOn, format, online, strict);
    }

    public NewRevision withFormat(@Nullable ScriptFormat other) {
        return new NewRevision(message, id, heads, splice, branchLabels, dependsOn, other, online, strict);
    }

    /** In as many revisions as it takes to hold nobody up. */
    public NewRevision withOnline(boolean other) {
        return new NewRevision(message, id, heads, splice, branchLabels, dependsOn, format, other, strict);
    }

    /** With what revisions accept of an adopted schema. */
    public NewRevision withStrict(boolean other) {
        return new NewRevision(message, id, heads, splice, branchLabels, dependsOn, format, online, other);
    }

    /** One that is written as the settings say. */
    public NewRevision(
            String message,
            @Nullable String id,
            List<String> heads,
            boolean splice,
            Set<String> branchLabels,
            List<String> dependsOn) {
        this(message, id, heads, splice, branchLabels, dependsOn, null, false, false);
    }

    /** One that follows the only head. */
    public static NewRevision of(String message, @Nullable String id) {
        return new NewRevision(message, id, List.of("head"), false, Set.of(), List.of());
    }
}
