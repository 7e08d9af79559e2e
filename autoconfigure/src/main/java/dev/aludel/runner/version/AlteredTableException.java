package dev.aludel.runner.version;

import dev.aludel.AludelException;
import dev.aludel.dialect.Deviation;
import dev.aludel.runner.session.Sentences;
import dev.aludel.schema.ObjectName;
import java.util.List;
import java.util.stream.Collectors;

/** The version table is not the one that Aludel made: to read or write it might run another's code, or believe him. */
public final class AlteredTableException extends AludelException {

    private static final long serialVersionUID = 1L;

    private final transient List<Deviation> deviations;

    AlteredTableException(ObjectName table, List<Deviation> deviations) {
        super(
                "The version table '%s' is not as Aludel made it: %s. Nothing of it was read. Look who did that, then mend it: %s."
                        .formatted(
                                table,
                                deviations.stream()
                                        .map(deviation -> Sentences.visible(deviation.fact()))
                                        .collect(Collectors.joining("; ")),
                                deviations.stream()
                                        .map(deviation -> Sentences.visible(deviation.remedy()))
                                        .distinct()
                                        .collect(Collectors.joining("; "))));
        this.deviations = List.copyOf(deviations);
    }

    /** All that deviates. */
    public List<Deviation> deviations() {
        return deviations;
    }
}
