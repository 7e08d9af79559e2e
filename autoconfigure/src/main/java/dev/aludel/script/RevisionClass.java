package dev.aludel.script;

import dev.aludel.JavaRevision;
import dev.aludel.revision.Revision;
import dev.aludel.revision.RevisionGraph;
import dev.aludel.schema.Acceptance;
import dev.aludel.schema.SchemaObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A revision that is a class, as it was found.
 *
 * @param instance makes an object of it; not asked before it runs
 */
public record RevisionClass(Class<? extends JavaRevision> type, Supplier<? extends JavaRevision> instance) {

    /**
     * Reads the annotation.
     *
     * @throws InvalidScriptException with all that is wrong in it
     */
    Script read() {
        Findings findings = new Findings(type.getName());
        dev.aludel.Revision header = type.getAnnotation(dev.aludel.Revision.class);
        if (header == null) {
            findings.add(0, "the class has no header; expected the annotation @Revision(id = \"…\", …)");
            findings.refuse();
            throw new IllegalStateException("refused above");
        }
        checkIds(header, findings);
        Script script = new Script(
                new Revision(
                        header.id(),
                        List.of(header.downRevision()),
                        header.message(),
                        Set.copyOf(Arrays.asList(header.branchLabels())),
                        List.of(header.dependsOn()),
                        List.of(header.replaces())),
                created(header, findings),
                creates(header, findings),
                accepts(header, findings),
                header.transactional(),
                header.irreversible().isEmpty() ? null : header.irreversible(),
                header.generated().isEmpty() ? null : header.generated(),
                List.of(header.allow()),
                new JavaBody(type, header.jpa(), instance),
                type.getName());
        findings.refuse();
        return script;
    }

    private static void checkIds(dev.aludel.Revision header, Findings findings) {
        if (List.of(header.downRevision()).contains("base")) {
            findings.add(0, "@Revision says downRevision = \"base\"; leave downRevision out for a first revision");
        }
        Stream.of(
                        new String[] {header.id()},
                        Stream.of(header.downRevision())
                                .filter(id -> !id.equals("base"))
                                .toArray(String[]::new),
                        header.branchLabels(),
                        header.dependsOn(),
                        header.replaces())
                .flatMap(Arrays::stream)
                .filter(id -> !RevisionGraph.isLegalId(id))
                .distinct()
                .forEach(id -> findings.add(
                        0,
                        "@Revision names '" + id + "', which cannot be an id or label; expected letters, digits and"
                                + " underscores, and none of head, heads, base, current"));
    }

    private static @Nullable Instant created(dev.aludel.Revision header, Findings findings) {
        try {
            return header.created().isEmpty() ? null : Instant.parse(header.created());
        } catch (DateTimeParseException e) {
            findings.add(
                    0,
                    "@Revision says created = \"" + header.created()
                            + "\", which is no instant; expected one such as 2026-11-22T10:15:00Z");
            return null;
        }
    }

    private static List<SchemaObject> creates(dev.aludel.Revision header, Findings findings) {
        try {
            return SchemaObjects.parse(String.join(", ", header.creates()));
        } catch (IllegalArgumentException e) {
            findings.add(0, "@Revision says that it creates " + e.getMessage() + "; expected such as \"table users\"");
            return List.of();
        }
    }

    private static List<Acceptance> accepts(dev.aludel.Revision header, Findings findings) {
        List<Acceptance> accepts = new ArrayList<>();
        for (String text : header.accepts()) {
            try {
                accepts.add(AcceptanceText.parse(text));
            } catch (IllegalArgumentException e) {
                findings.add(0, "@Revision accepts " + e.getMessage());
            }
        }
        return accepts;
    }
}
