package dev.aludel.script;

import dev.aludel.revision.Revision;
import dev.aludel.text.SqlComment;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Writes revision scripts. What it writes, {@link ScriptReader} reads as the same script. */
public final class ScriptWriter {

    /**
     * The text of a script's file. Line breaks in a message or reason become spaces.
     *
     * @throws SourceRequiredException where the revision is a class
     */
    public String write(Script script) {
        SqlBody body = script.sql();
        Revision revision = script.revision();
        StringBuilder text = new StringBuilder();
        header(text, Header.REVISION, revision.id());
        header(text, Header.DOWN_REVISION, revision.isBase() ? "base" : list(revision.downRevisions()));
        header(text, Header.MESSAGE, revision.message());
        header(
                text,
                Header.CREATED,
                Optional.ofNullable(script.created()).map(Object::toString).orElse(""));
        header(text, Header.BRANCH_LABELS, list(new TreeSet<>(revision.branchLabels())));
        header(text, Header.DEPENDS_ON, list(revision.dependsOn()));
        header(text, Header.REPLACES, list(revision.replaces()));
        header(text, Header.CREATES, SchemaObjects.print(script.creates()));
        script.accepts().forEach(accepted -> header(text, Header.ACCEPTS, AcceptanceText.print(accepted)));
        header(text, Header.TRANSACTIONAL, script.transactional() ? "" : "false");
        script.irreversibleReason().ifPresent(reason -> header(text, Header.IRREVERSIBLE, reason));
        header(text, Header.GENERATED, Objects.requireNonNullElse(script.generated(), ""));
        script.allowances().forEach(allowed -> header(text, Header.ALLOW, allowed));
        section(text, Sections.UPGRADE, body.upgrade());
        section(text, Sections.DOWNGRADE, body.downgrade());
        return text.toString();
    }

    private static void header(StringBuilder text, String key, String value) {
        String line = SqlComment.header(key, value);
        if (!line.isEmpty()) {
            text.append(line).append('\n');
        }
    }

    /** Without those at its beginning. */
    private static String withoutBlankLines(String text) {
        int begin = 0;
        int at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            begin = text.charAt(at++) == '\n' ? at : begin;
        }
        return text.substring(begin);
    }

    private static String list(Collection<String> ids) {
        return String.join(", ", ids);
    }

    private static void section(StringBuilder text, String marker, String statements) {
        text.append('\n').append(marker).append('\n');
        String trimmed = withoutBlankLines(statements.replace("\r\n", "\n")).stripTrailing();
        if (!trimmed.isEmpty()) {
            text.append(trimmed).append('\n');
        }
    }
}
