package dev.aludel.cli;

/** What a command's exit code means; a shell script relies on it. */
final class ExitCode {

    /** The command did what was asked. */
    static final int DONE = 0;

    /** The command failed; one line on standard error says why. */
    static final int FAILED = 1;

    /** The command was called wrongly. */
    static final int USAGE = 2;

    /** A question was answered with no, such as {@code check} that finds a difference. */
    static final int NO = 3;

    private ExitCode() {}
}
