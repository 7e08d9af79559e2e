package dev.aludel.script;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of revision scripts: it is read without its subfolders, and new scripts are written into it. */
public final class ScriptFolder implements ScriptSource {

    private final Path folder;
    private final FileTemplate template;

    public ScriptFolder(Path folder, String template, ZoneId zone) {
        this.folder = folder;
        this.template = new FileTemplate(template, zone);
    }

    /** Its scripts, by name; none where the folder is not there yet. */
    @Override
    public List<ScriptFile> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return ManyFiles.of(files.filter(file -> Scripts.isScript(location(file)))
                            .sorted()
                            .toList())
                    .map(ScriptFolder::read)
                    .toList();
        } catch (IOException e) {
            throw new ScriptFolderException(folder, "cannot be read. Check that it is a readable folder.", e);
        }
    }

    private static String location(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static ScriptFile read(Path file) {
        return ScriptFile.read(location(file), file);
    }

    /** Makes the folder, with those above it, where it is missing. */
    public Path create() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ScriptFolderException(folder, "cannot be made. Check that the folder above is writable.", e);
        }
    }

    /**
     * Writes a script anew.
     *
     * @param file where it stands
     */
    public static Path rewrite(Path file, Script script) {
        return rewrite(file, new ScriptWriter().write(script));
    }

    static Path rewrite(Path file, String text) {
        try {
            return WholeFile.replace(file, text);
        } catch (IOException e) {
            throw new ScriptFolderException(file, "cannot be rewritten. Check that it is writable.", e);
        }
    }

    /**
     * Writes a new script, and the folder where it is missing. A file that is there is never touched.
     *
     * @return the file
     */
    public Path write(Script script) {
        Instant created = Optional.ofNullable(script.created()).orElseGet(Instant::now);
        Path file = folder.resolve(template.name(script.id(), script.revision().message(), created));
        try {
            create();
            return WholeFile.create(file, new ScriptWriter().write(script));
        } catch (FileAlreadyExistsException e) {
            throw new ScriptFolderException(
                    file, "is there already, and nothing is overwritten. Remove it, or write again.", e);
        } catch (IOException e) {
            throw ScriptFolderException.unwritten(file, e);
        }
    }
}
