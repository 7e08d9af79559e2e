package dev.aludel.script;

import java.util.List;

/** Where revision scripts are read: folders, class path locations. */
@FunctionalInterface
public interface ScriptSource {

    /**
     * Reads all files that may be revision scripts.
     *
     * @throws dev.aludel.AludelException where a location cannot be read
     */
    List<ScriptFile> files();

    /**
     * A file as it was read.
     *
     * @param location as a message names it, such as {@code src/main/resources/db/revisions/0001_init.sql}
     * @param text the content, decoded as UTF-8
     */
    record ScriptFile(String location, String text) {}
}
