package dev.aludel.cli;

import dev.aludel.command.RevisionInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Revisions as a graph in the languages of documents. What is drawn above came later. */
final class GraphText {

    private GraphText() {}

    /** For Mermaid, which GitHub and GitLab draw. */
    static String mermaid(List<RevisionInfo> revisions) {
        StringBuilder body = new StringBuilder();
        Map<String, String> names = new HashMap<>();
        for (RevisionInfo info : revisions) {
            String name = "r" + names.size();
            names.put(info.revision().id(), name);
            body.append("    %s[\"%s\"]\n".formatted(name, label(info, GraphText::entities, "<br>")));
        }
        edges(revisions, names, "    %s --> %s\n", "    %s -.-> %s\n", body);
        return "flowchart BT\n" + body;
    }

    /** For Graphviz. */
    static String dot(List<RevisionInfo> revisions) {
        StringBuilder body = new StringBuilder();
        Map<String, String> names = new HashMap<>();
        for (RevisionInfo info : revisions) {
            String id = info.revision().id();
            names.put(id, id);
            body.append("    \"%s\" [label=\"%s\"];\n".formatted(id, label(info, GraphText::escaped, "\\n")));
        }
        edges(revisions, names, "    \"%s\" -> \"%s\";\n", "    \"%s\" -> \"%s\" [style=dashed];\n", body);
        return "digraph revisions {\n    rankdir=BT;\n    node [shape=box];\n" + body + "}\n";
    }

    private static void edges(
            List<RevisionInfo> revisions,
            Map<String, String> names,
            String follows,
            String depends,
            StringBuilder text) {
        for (RevisionInfo info : revisions) {
            String name = names.get(info.revision().id());
            info.revision().downRevisions().stream()
                    .filter(names::containsKey)
                    .forEach(parent -> text.append(follows.formatted(names.get(parent), name)));
            info.revision().dependsOn().stream()
                    .filter(names::containsKey)
                    .forEach(other -> text.append(depends.formatted(names.get(other), name)));
        }
    }

    private static String label(RevisionInfo info, UnaryOperator<String> escape, String lineBreak) {
        String message = info.revision().message();
        return escape.apply(RevisionText.heading(info)) + (message.isEmpty() ? "" : lineBreak + escape.apply(message));
    }

    private static String entities(String text) {
        return text.replace("#", "#35;")
                .replace("&", "#amp;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
