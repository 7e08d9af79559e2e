package dev.aludel.runner.execution;

import java.util.Arrays;

/** Where in its source a revision's class is. */
final class CodeLines {

    private CodeLines() {}

    /** The line that calls; 0 where the class was compiled without lines. */
    static int current(Class<?> type) {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isOf(type, frame.getClassName()))
                        .findFirst()
                        .map(frame -> Math.max(0, frame.getLineNumber()))
                        .orElse(0));
    }

    /** The line that failed. */
    static int of(Throwable failure, Class<?> type) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> isOf(type, frame.getClassName()))
                .findFirst()
                .map(frame -> Math.max(0, frame.getLineNumber()))
                .orElse(0);
    }

    private static boolean isOf(Class<?> type, String className) {
        return className.equals(type.getName()) || className.startsWith(type.getName() + "$");
    }
}
