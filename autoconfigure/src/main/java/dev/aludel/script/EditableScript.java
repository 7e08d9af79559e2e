package dev.aludel.script;

import dev.aludel.script.ScriptSource.ScriptFile;
import dev.aludel.text.SqlComment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file of a script where people edit it.
 *
 * @param id of its revision
 */
public record EditableScript(String id, Path file) {

    /**
     * The file that a script was read from.
     *
     * @throws UneditableScriptException where it stands in a jar, or is none of SQL
     */
    public static EditableScript of(Script script) {
        if (script.location().startsWith("classpath:") || !Files.isRegularFile(Path.of(script.location()))) {
            throw new UneditableScriptException(script.id(), script.location());
        }
        return new EditableScript(script.id(), Path.of(script.location()));
    }

    /**
     * Writes other down revisions into the header, and leaves every other character as it is.
     *
     * @return the file
     */
    public Path rewriteDownRevisions(List<String> ids) {
        if (!Scripts.isScript(file.toString().replace('\\', '/'))) {
            throw new UneditableScriptException(id, file.toString());
        }
        try {
            ScriptFile read = ScriptFile.of(file.toString(), Files.readAllBytes(file));
            if (!read.problem().isEmpty()) {
                throw new ScriptFolderException(file, "cannot be rewritten: " + read.problem() + ".", null);
            }
            return WholeFile.replace(file, rewritten(read.text(), String.join(", ", ids)));
        } catch (IOException e) {
            throw ScriptFolderException.unwritten(file, e);
        }
    }

    /** Every other character is kept, line ends too. */
    static String rewritten(String text, String downRevisions) {
        int from = text.startsWith("\uFEFF") ? 1 : 0;
        int behindRevision = -1;
        for (int at = from; at < text.length(); ) {
            int end = endOfLine(text, at);
            String line = text.substring(at, end).strip();
            if (line.isEmpty() && behindRevision >= 0) {
                break;
            }
            String key = Header.key(line);
            if (key.equals(Header.DOWN_REVISION)) {
                return text.substring(0, text.indexOf(':', at) + 1) + " " + downRevisions + text.substring(end);
            }
            behindRevision = key.equals(Header.REVISION) ? end : behindRevision;
            at = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        if (behindRevision < 0) {
            throw new IllegalArgumentException("A script that was read has the header 'revision'");
        }
        String lineEnd = text.startsWith("\r\n", behindRevision) ? "\r\n" : "\n";
        return text.substring(0, behindRevision)
                + lineEnd
                + SqlComment.header(Header.DOWN_REVISION, downRevisions)
                + text.substring(behindRevision);
    }

    private static int endOfLine(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
