package dev.aludel.script;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where revisions are found: scripts in folders and on the class path, and classes. */
@FunctionalInterface
public interface ScriptSource {

    /**
     * Reads all files that may be revision scripts.
     *
     * @throws dev.aludel.AludelException where a location cannot be read
     */
    List<ScriptFile> files();

    /** Finds all revisions that are classes. */
    default List<RevisionClass> classes() {
        return List.of();
    }

    /**
     * A file as it was read.
     *
     * @param location as a message names it, such as {@code src/main/resources/db/revisions/0001_init.sql}
     * @param text the content, decoded as UTF-8
     */
    record ScriptFile(String location, String text) {

        /**
         * A file by its content.
         *
         * @throws CharacterCodingException where it is not UTF-8, in place of a text with holes
         */
        public static ScriptFile of(String location, byte[] content) throws CharacterCodingException {
            return new ScriptFile(
                    location,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        }
    }
}
