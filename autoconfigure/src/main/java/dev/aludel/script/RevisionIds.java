package dev.aludel.script;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids for new revisions. */
public final class RevisionIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RevisionIds() {}

    /** Twelve hexadecimal digits in lower case, such as {@code 3f2a9c1b7d40}, that nobody else draws. */
    public static String next() {
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
