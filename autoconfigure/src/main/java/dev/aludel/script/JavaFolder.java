package dev.aludel.script;

import dev.aludel.script.JavaWriter.Way;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** A package of revisions in a folder of sources, into which new ones are written. */
public final class JavaFolder {

    private final Path sources;
    private final String packageName;
    private final FileTemplate template;

    /** @param sources the root of the sources, such as {@code src/main/java} */
    public JavaFolder(Path sources, String packageName, String template, ZoneId zone) {
        this.sources = sources;
        this.packageName = packageName;
        this.template = new FileTemplate(template, zone);
    }

    /**
     * Writes a new class. A file that is there is never touched.
     *
     * @return the file
     */
    public Path write(Script script, JavaWriter writer, Way upgrade, Way downgrade) {
        Instant created = Optional.ofNullable(script.created()).orElseGet(Instant::now);
        String name = template.className(script.id(), script.revision().message(), created);
        Path folder = sources.resolve(packageName.replace('.', '/'));
        Path file = folder.resolve(name + ".java");
        try {
            Files.createDirectories(folder);
            return WholeFile.create(file, writer.write(script, packageName, name, upgrade, downgrade));
        } catch (FileAlreadyExistsException e) {
            throw new ScriptFolderException(
                    file, "is there already, and nothing is overwritten. Remove it, or write again.", e);
        } catch (IOException e) {
            throw ScriptFolderException.unwritten(file, e);
        }
    }
}
