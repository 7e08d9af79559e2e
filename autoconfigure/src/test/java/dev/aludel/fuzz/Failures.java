package dev.aludel.fuzz;

import java.util.Arrays;

/** What an exception says, in short and at length. */
final class Failures {

    private Failures() {}

    /** Without the names in it. */
    static String summary(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause.getClass().getSimpleName() + " " + message.replaceAll("['\"\\[(].*?['\"\\])]", "…");
    }

    static String stack(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause).append('\n');
            Arrays.stream(cause.getStackTrace())
                    .limit(12)
                    .forEach(frame -> text.append("    ").append(frame).append('\n'));
        }
        return text.toString();
    }
}
