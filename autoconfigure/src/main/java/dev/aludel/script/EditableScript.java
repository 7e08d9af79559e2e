package dev.aludel.script;

import dev.aludel.script.ScriptSource.ScriptFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of a script where people edit it.
 *
 * @param id of its revision
 */
public record EditableScript(String id, Path file) {

    /** The lines before the first blank one, and in them the value of a header; line ends are kept as they are. */
    private static final Pattern HEADER = Pattern.compile("\\A(?:\\s*\\R)?(?:[^\\r\\n]*\\S[^\\r\\n]*(?:\\R|\\z))+");

    private static final Pattern DOWN_REVISION = line(Header.DOWN_REVISION);
    private static final Pattern REVISION = line(Header.REVISION);

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
            String text =
                    ScriptFile.of(file.toString(), Files.readAllBytes(file)).text();
            return Files.writeString(file, rewritten(text, String.join(", ", ids)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ScriptFolderException(file, "cannot be rewritten. Check that it is writable.", e);
        }
    }

    static String rewritten(String text, String downRevisions) {
        Matcher header = HEADER.matcher(text);
        int end = header.find() ? header.end() : text.length();
        Matcher line = DOWN_REVISION.matcher(text).region(0, end);
        if (line.find()) {
            return text.substring(0, line.end(1)) + " " + downRevisions + text.substring(line.end());
        }
        Matcher revision = REVISION.matcher(text).region(0, end);
        if (!revision.find()) {
            throw new IllegalArgumentException("A script that was read has the header 'revision'");
        }
        String lineEnd = text.startsWith("\r\n", revision.end()) ? "\r\n" : "\n";
        return text.substring(0, revision.end()) + lineEnd + "-- " + Header.DOWN_REVISION + ": " + downRevisions
                + text.substring(revision.end());
    }

    private static Pattern line(String key) {
        return Pattern.compile("^(\\uFEFF?[ \\t]*--[ \\t]*" + key + "[ \\t]*:)[^\\r\\n]*", Pattern.MULTILINE);
    }
}
