package dev.aludel.script;

import dev.aludel.revision.Revision;
import dev.aludel.script.ScriptSource.ScriptFile;

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
        if (!file.problem().isEmpty()) {
            findings.add(0, file.problem());
            findings.refuse();
        }
        ScriptText text = ScriptText.of(file.text());
        if (text.indexOf('\0') >= 0) {
            findings.add(
                    text.lineOf(text.indexOf('\0')), "a NUL character stands here; save the file as text in UTF-8");
            findings.refuse();
        }
        Header header = Header.read(text, findings);
        Sections sections = Sections.read(text, header.end(), plainLines, findings);
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
                header.generated(),
                header.allowances(),
                new SqlBody(sections.upgrade(), sections.upgradeLine(), sections.downgrade(), sections.downgradeLine()),
                file.location());
        findings.refuse();
        return script;
    }
}
