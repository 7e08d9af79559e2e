package dev.aludel.script;

import dev.aludel.operation.Operation;
import dev.aludel.revision.Revision;
import dev.aludel.text.OneLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes revisions as classes, which do the same as the script would. */
public final class JavaWriter {

    private final Function<Operation, List<String>> renderer;

    /** @param renderer the SQL of what no call of {@link dev.aludel.Operations} can say */
    public JavaWriter(Function<Operation, List<String>> renderer) {
        this.renderer = renderer;
    }

    /**
     * One way of a revision.
     *
     * @param remarks comments that stand above all else
     */
    public record Way(List<String> remarks, List<Step> steps) {

        public Way {
            remarks = List.copyOf(remarks);
            steps = List.copyOf(steps);
        }

        /** Nothing to do. */
        public static Way empty() {
            return new Way(List.of(), List.of());
        }
    }

    /**
     * An operation.
     *
     * @param comment where it comes from; empty where nobody knows
     */
    public record Step(Operation operation, String comment) {}

    /** The text of the class's file; an empty package is none. */
    public String write(Script script, String packageName, String className, Way upgrade, Way downgrade) {
        String up = body(upgrade, new JavaCalls(renderer, script.creates()));
        String down = body(downgrade, new JavaCalls(renderer, null));
        String declaration = declaration(className) + method("upgrade", up) + method("downgrade", down) + "}\n";
        StringBuilder text = new StringBuilder();
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        text.append("import dev.aludel.JavaRevision;\nimport dev.aludel.Operations;\nimport dev.aludel.Revision;\n");
        if ((up + down).contains("ForeignKey.Action.")) {
            text.append("import dev.aludel.schema.ForeignKey;\n");
        }
        return text.append('\n')
                .append(annotation(
                        script.generated() == null ? script : script.asGenerated(Checksums.ofSource(declaration))))
                .append(declaration)
                .toString();
    }

    /** Where the part of a source begins of which {@link dev.aludel.Revision#generated} is the checksum. */
    static String declaration(String className) {
        return "public class " + className + " implements JavaRevision {\n";
    }

    private static String body(Way way, JavaCalls calls) {
        JavaMethod method = new JavaMethod();
        way.remarks().forEach(method::comment);
        way.steps().forEach(step -> method.add(calls.of(step.operation()), step.comment()));
        return method.text();
    }

    private static String method(String name, String body) {
        String head = "\n    @Override\n    public void " + name + "(Operations op) {";
        return body.isEmpty() ? head + "}\n" : head + "\n" + body + "\n    }\n";
    }

    private static String annotation(Script script) {
        Revision revision = script.revision();
        List<String> members = new ArrayList<>();
        members.add("id = " + JavaText.literal(revision.id()));
        list("downRevision", revision.downRevisions()).ifPresent(members::add);
        text("message", OneLine.of(revision.message()).strip()).ifPresent(members::add);
        text("created", script.created() == null ? null : script.created().toString())
                .ifPresent(members::add);
        list("branchLabels", new TreeSet<>(revision.branchLabels())).ifPresent(members::add);
        list("dependsOn", revision.dependsOn()).ifPresent(members::add);
        list("replaces", revision.replaces()).ifPresent(members::add);
        if (!script.transactional()) {
            members.add("transactional = false");
        }
        text("irreversible", script.irreversible()).ifPresent(members::add);
        text("generated", script.generated()).ifPresent(members::add);
        list("allow", script.allowances()).ifPresent(members::add);
        list(
                        "creates",
                        script.creates().stream()
                                .map(object -> SchemaObjects.print(List.of(object)))
                                .toList())
                .ifPresent(members::add);
        list("accepts", script.accepts().stream().map(AcceptanceText::print).toList())
                .ifPresent(members::add);
        return members.stream().collect(Collectors.joining(",\n        ", "@Revision(\n        ", ")\n"));
    }

    private static Optional<String> text(String member, @Nullable String value) {
        return Optional.ofNullable(value)
                .filter(present -> !present.isEmpty())
                .map(present -> member + " = " + JavaText.literal(present));
    }

    private static Optional<String> list(String member, Collection<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<String> literals = values.stream().map(JavaText::literal).toList();
        String line = String.join(", ", literals);
        if (literals.size() == 1) {
            return Optional.of(member + " = " + line);
        }
        return Optional.of(
                line.length() < 100
                        ? member + " = {" + line + "}"
                        : member + " = {\n            " + String.join(",\n            ", literals) + "\n        }");
    }
}
