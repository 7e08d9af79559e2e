package dev.aludel.hazard;

import dev.aludel.AludelException;
import dev.aludel.Spelling;
import java.util.List;

/** A property gives a severity to a hazard that there is not, as it does when its code is misspelled. */
public final class UnknownHazardException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final String code;

    UnknownHazardException(String code) {
        super("The property 'aludel.hazards." + code + "' names no hazard. " + remedy(code));
        this.code = code;
    }

    private static String remedy(String code) {
        List<String> known = HazardPolicy.codes();
        List<String> nearest = Spelling.nearest(code, known);
        return nearest.isEmpty()
                ? "Name one of: " + String.join(", ", known) + "."
                : "Did you mean 'aludel.hazards." + String.join("' or 'aludel.hazards.", nearest) + "'?";
    }

    /** As it was written. */
    public String code() {
        return code;
    }
}
