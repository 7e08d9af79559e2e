package dev.aludel.dialect;

import dev.aludel.AludelException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A property gives a severity to a hazard that there is not, as it does when its code is misspelled. */
public final class UnknownHazardException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final String code;

    UnknownHazardException(String code) {
        super("The property 'aludel.hazards." + code + "' names no hazard. Name one of: default, "
                + Stream.of(HazardCode.values()).map(HazardCode::code).collect(Collectors.joining(", ")) + ".");
        this.code = code;
    }

    /** As it was written. */
    public String code() {
        return code;
    }
}
