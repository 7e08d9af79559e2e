package dev.aludel.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
     * @param problem why there is none, and what to do; empty where there is
     */
    record ScriptFile(String location, String text, String problem) {

        /** A file that was read. */
        public ScriptFile(String location, String text) {
            this(location, text, "");
        }

        /** A file that cannot be read. */
        public static ScriptFile unreadable(String location, String problem) {
            return new ScriptFile(location, "", problem);
        }

        /** Reads a file; what stands in the way becomes its problem. */
        public static ScriptFile read(String location, Path file) {
            try {
                return of(location, Files.readAllBytes(file));
            } catch (NoSuchFileException e) {
                return unreadable(
                        location,
                        Files.isSymbolicLink(file)
                                ? "the link leads to no file; mend or remove it"
                                : "the file was removed meanwhile; run the command again");
            } catch (IOException e) {
                return unreadable(
                        location,
                        Files.isDirectory(file)
                                ? "a folder has the name of a script; rename it"
                                : "the file cannot be read; check that it is readable");
            }
        }

        /** A file by its content; one that is not UTF-8 cannot be read, in place of a text with holes. */
        public static ScriptFile of(String location, byte[] content) {
            try {
                return new ScriptFile(
                        location,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(content))
                                .toString());
            } catch (CharacterCodingException e) {
                return unreadable(location, "the file is not encoded as UTF-8; save it as UTF-8");
            }
        }
    }
}
