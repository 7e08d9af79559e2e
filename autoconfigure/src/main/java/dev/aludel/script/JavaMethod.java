package dev.aludel.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The lines of a method's body. Changes of a table that follow one another stand together. */
final class JavaMethod {

    private static final int WIDTH = 120;
    private static final String INDENT = "        ";
    private static final String INNER = "            ";

    private final List<String> lines = new ArrayList<>();
    private final List<Line> changes = new ArrayList<>();
    private String table = "";
    private String said = "";

    /** A change of the table, with the comment above it; empty for none. */
    private record Line(String comment, List<String> parts) {}

    /** A line of its own. */
    JavaMethod comment(String text) {
        flush();
        lines.add(INDENT + JavaText.comment(text));
        return this;
    }

    /** What an operation does, and why; said once for several in a row. */
    JavaMethod add(List<JavaCall> calls, String comment) {
        String above = comment.equals(said) ? "" : comment;
        said = comment;
        for (JavaCall call : calls) {
            if (call.table() == null) {
                flush();
                if (!above.isEmpty()) {
                    comment(above);
                }
                single(call);
            } else {
                if (!call.table().equals(table)) {
                    flush();
                    table = call.table();
                }
                changes.add(new Line(above, call.parts()));
            }
            above = "";
        }
        return this;
    }

    private void single(JavaCall call) {
        if (call.body() == null) {
            statement(INDENT, "op", call.parts());
            return;
        }
        lines.add(INDENT + "op" + call.parts().get(0));
        call.body().forEach(parts -> statement(INNER, "t", parts));
        lines.add(INDENT + "});");
    }

    private void flush() {
        if (changes.isEmpty()) {
            return;
        }
        String head = "op.alterTable(" + JavaText.literal(table) + ", t -> ";
        Line first = changes.get(0);
        String alone = INDENT + head + "t" + String.join("", first.parts()) + ");";
        above(INDENT, first);
        if (changes.size() == 1 && alone.length() <= WIDTH) {
            lines.add(alone);
        } else {
            lines.add(INDENT + head + "{");
            for (Line change : changes) {
                if (!Objects.equals(change, first)) {
                    above(INNER, change);
                }
                statement(INNER, "t", change.parts());
            }
            lines.add(INDENT + "});");
        }
        changes.clear();
        table = "";
    }

    private void above(String indent, Line change) {
        if (!change.comment().isEmpty()) {
            lines.add(indent + JavaText.comment(change.comment()));
        }
    }

    private void statement(String indent, String receiver, List<String> parts) {
        String line = indent + receiver + String.join("", parts) + ";";
        if (line.length() <= WIDTH || line.contains("\n") || parts.size() == 1) {
            lines.add(line);
            return;
        }
        lines.add(indent + receiver + parts.get(0));
        for (int i = 1; i < parts.size(); i++) {
            lines.add(indent + INDENT + parts.get(i) + (i == parts.size() - 1 ? ";" : ""));
        }
    }

    /** The body, without a line break at its end. */
    String text() {
        flush();
        return String.join("\n", lines);
    }
}
