package dev.aludel;

import dev.aludel.text.OneLine;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that Aludel refuses or fails to do. The message is written for the person who has to act: the
 * fact, the object in quotes, then the remedy. It is one line, whatever texts from elsewhere it names. The command line prints it alone.
 */
public class AludelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AludelException(String message) {
        super(OneLine.of(message));
    }

    public AludelException(String message, @Nullable Throwable cause) {
        super(OneLine.of(message), cause);
    }

    /** Several things at once, a line for each. */
    protected AludelException(List<String> lines) {
        super(lines.stream().map(OneLine::of).collect(Collectors.joining("\n")));
    }
}
