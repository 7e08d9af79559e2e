package dev.aludel.command;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Where and how revision scripts are written.
 *
 * @param writeLocation the folder
 * @param fileTemplate the name of a file without its extension, such as {@code {datetime}_{revision}_{slug}}
 * @param timezone the zone of the times in names
 */
public record Settings(Path writeLocation, String fileTemplate, ZoneId timezone) {

    /** The name of a file, unless the user chooses another. */
    public static final String FILE_TEMPLATE = "{datetime}_{revision}_{slug}";

    public static Settings writingTo(Path folder) {
        return new Settings(folder, FILE_TEMPLATE, ZoneOffset.UTC);
    }
}
