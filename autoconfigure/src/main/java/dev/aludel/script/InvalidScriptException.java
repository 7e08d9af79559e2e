package dev.aludel.script;

import dev.aludel.AludelException;
import java.util.List;

/** Files that are not revision scripts, with all that is wrong in them, a line for each. */
public final class InvalidScriptException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** @param findings at least one */
    public InvalidScriptException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).toList());
        this.findings = List.copyOf(findings);
    }

    /** All that is wrong, file by file. */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * One thing that is wrong.
     *
     * @param location the file, as messages name it
     * @param line from 1; 0 where the problem says it
     * @param problem what stands there and what is expected
     */
    public record Finding(String location, int line, String problem) {

        /** {@code db/revisions/0001_init.sql:3: unknown header 'mesage'}. */
        @Override
        public String toString() {
            return location + (line > 0 ? ":" + line : "") + ": " + problem;
        }
    }
}
