package dev.aludel.command;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and how revisions are written.
 *
 * @param format how, unless a user asks for another
 * @param writeLocation the folder of scripts
 * @param sources the root of the application's Java sources
 * @param packageName the package of revisions in Java; null where none is known
 * @param fileTemplate the name of a file without its extension, such as {@code {datetime}_{revision}_{slug}}
 * @param timezone the zone of the times in names
 * @param postWrite commands that run when a file has been written, with the place {@code {file}}
 * @param folder in which they run
 * @param online whether autogenerate always plans for a database that is written to meanwhile
 */
public record Settings(
        ScriptFormat format,
        Path writeLocation,
        Path sources,
        @Nullable String packageName,
        String fileTemplate,
        ZoneId timezone,
        List<String> postWrite,
        Path folder,
        boolean online) {

    public Settings {
        postWrite = List.copyOf(postWrite);
    }

    /** The name of a file, unless the user chooses another. */
    public static final String FILE_TEMPLATE = "{datetime}_{revision}_{slug}";

    /** Scripts, and classes where one is asked for, into one folder. */
    public static Settings writingTo(Path folder) {
        return new Settings(
                ScriptFormat.SQL, folder, folder, "revisions", FILE_TEMPLATE, ZoneOffset.UTC, List.of(), folder, false);
    }
}
