package dev.aludel.command;

import dev.aludel.AludelException;
import java.util.List;

/** A baseline cannot be written, since revisions have begun, or there is nothing to begin with. */
public final class NoBaselineException extends AludelException {

    private static final long serialVersionUID = 1L;

    private NoBaselineException(String message) {
        super(message);
    }

    static NoBaselineException revisions(List<String> heads) {
        return new NoBaselineException(
                "No baseline was written: the project has revisions already, up to %s. To tell the database that it stands there: stamp head."
                        .formatted(quoted(heads)));
    }

    static NoBaselineException applied(List<String> current) {
        return new NoBaselineException(
                "No baseline was written: the database is at %s, a revision that the project does not have. Get its script, or forget it: stamp --purge base."
                        .formatted(quoted(current)));
    }

    static NoBaselineException empty() {
        return new NoBaselineException(
                "No baseline was written: the database holds nothing to begin with. Begin with the entities: revision --autogenerate -m \"create the schema\".");
    }

    private static String quoted(List<String> ids) {
        return "'" + String.join("', '", ids) + "'";
    }
}
