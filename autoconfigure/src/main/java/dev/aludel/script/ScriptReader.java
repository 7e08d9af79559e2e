package dev.aludel.script;

import dev.aludel.revision.Revision;
import dev.aludel.script.ScriptSource.ScriptFile;
import java.util.List;

/**
 * Reads revision scripts. A byte order mark is passed over, and every line end counts as {@code \n}, in quotes too, so that a
 * checkout on Windows makes the same database.
 */
public final class ScriptReader {

    private final PlainLines plainLines;

    /** @param plainLines the lexer of the database */
    public ScriptReader(PlainLines plainLines) {
        this.plainLines = plainLines;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidScriptException with all that is wrong in it
     */
    public Script read(ScriptFile file) {
        Findings findings = new Findings(file.location());
        List<String> lines = lines(file.text());
        Header header = Header.read(lines, findings);
        Sections sections = Sections.read(lines, header.end(), plainLines, findings);
        Script script = new Script(
                new Revision(
                        header.revision(),
                        header.downRevisions(),
                        header.message(),
                        header.branchLabels(),
                        header.ids(Header.DEPENDS_ON),
                        header.ids(Header.REPLACES)),
                header.created(),
                header.creates(),
                header.accepts(),
                header.transactional(),
                header.irreversible(),
                header.allowances(),
                new SqlBody(sections.upgrade(), sections.upgradeLine(), sections.downgrade(), sections.downgradeLine()),
                file.location());
        findings.refuse();
        return script;
    }

    private static List<String> lines(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return List.of(content.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
    }
}
