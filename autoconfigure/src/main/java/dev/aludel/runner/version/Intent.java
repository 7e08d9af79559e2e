package dev.aludel.runner.version;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A statement that is about to run outside of a transaction.
 *
 * @param checksum of its step
 * @param before what the dialect has to know of the database as it was before
 * @param sql its text; empty where the code of a revision works by itself
 */
public record Intent(String checksum, String before, String sql) {

    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{16,64}");

    /** What the version table keeps. */
    String print() {
        return checksum + "\n" + before + "\n" + sql;
    }

    /** Empty where it is nothing that was printed. */
    static Optional<Intent> parse(String text) {
        String[] parts = text.split("\n", 3);
        return parts.length == 3 && CHECKSUM.matcher(parts[0]).matches()
                ? Optional.of(new Intent(parts[0], parts[1], parts[2]))
                : Optional.empty();
    }
}
