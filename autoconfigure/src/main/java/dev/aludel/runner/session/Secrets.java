package dev.aludel.runner.session;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a driver or a pool says may hold the URL that it was given, and that a password. */
public final class Secrets {

    /** {@code password=…} and {@code sslpassword=…} of a URL's query. */
    private static final Pattern PARAMETER = Pattern.compile("(?i)(password=)[^&;\\s'\"]+");

    /** {@code user:password@} before a host. */
    private static final Pattern BEFORE_HOST = Pattern.compile("[^\\s/:@'\"]+:[^\\s/@'\"]*@");

    private static final String MASK = "***";
    private static final int DEEPEST = 100;

    private Secrets() {}

    /** A text without the passwords of the URLs in it. */
    public static String masked(String text) {
        return BEFORE_HOST
                .matcher(PARAMETER.matcher(text).replaceAll("$1" + MASK))
                .replaceAll(MASK + "@");
    }

    /** Whether a failure, or what it was caused by, holds one. */
    static boolean areIn(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> !masked(message).equals(message));
    }
}
