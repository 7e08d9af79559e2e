package dev.aludel.script;

import dev.aludel.revision.Revision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The checksum that tells whether a script is still what was applied. */
public final class Checksums {

    /** Digits that tell an accident from what was written; nobody has to forge one. */
    private static final int SHORT = 12;

    private Checksums() {}

    /**
     * SHA-256 in lower-case hexadecimal over what a script does. Message, comments, white space between words and line ends do not
     * count; nor does the order of down revisions.
     *
     * @param upgrade the statements in normal form
     * @param downgrade likewise
     */
    public static String of(Script script, List<String> upgrade, List<String> downgrade) {
        Revision revision = script.revision();
        MessageDigest digest = sha256();
        list(digest, List.of("1", revision.id(), String.valueOf(script.transactional())));
        list(digest, revision.downRevisions().stream().sorted().toList());
        list(digest, revision.dependsOn().stream().sorted().toList());
        list(digest, upgrade);
        list(digest, downgrade);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 in lower-case hexadecimal over some statements in normal form. */
    public static String of(List<String> statements) {
        MessageDigest digest = sha256();
        list(digest, statements);
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The checksum that tells whether a script is still what autogenerate wrote: over its text with the comments, and the headers that
     * somebody may have added. White space does not count, since a formatter may change it.
     */
    public static String ofText(Script script) {
        SqlBody body = script.sql();
        List<String> written = new ArrayList<>(script.allowances());
        script.irreversibleReason().ifPresent(written::add);
        written.add(String.valueOf(script.transactional()));
        written.add(SchemaObjects.print(script.creates()));
        return ofText(written, body.upgrade(), body.downgrade());
    }

    /** The same of the source of a class, from its declaration on. */
    static String ofSource(String declaration) {
        return ofText(List.of(), declaration);
    }

    private static String ofText(List<String> headers, String... texts) {
        List<String> all = new ArrayList<>(headers);
        for (String text : texts) {
            all.add(text.replaceAll("\\s", ""));
        }
        return of(all).substring(0, SHORT);
    }

    /** With its lengths, so that no two lists of lists amount to the same bytes. */
    private static void list(MessageDigest digest, List<String> values) {
        digest.update((values.size() + ":").getBytes(StandardCharsets.UTF_8));
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
