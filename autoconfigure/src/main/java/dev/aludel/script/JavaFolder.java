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
     * The source of a class.
     *
     * @throws UneditableScriptException where it is not in the folder
     */
    public Path source(String id, String className) {
        Path file = sources.resolve(className.replace('.', '/') + ".java");
        if (!Files.isRegularFile(file)) {
            throw new UneditableScriptException(id, className);
        }
        return file;
    }

    /** The checksum of a source as it stands, as of {@link dev.aludel.Revision#generated}; empty where it is none of autogenerate's. */
    public static String checksum(Path source) {
        try {
            String text = Files.readString(source);
            int begin = text.indexOf(JavaWriter.declaration(name(source)));
            return begin < 0 ? "" : Checksums.ofSource(text.substring(begin));
        } catch (IOException e) {
            throw new ScriptFolderException(source, "cannot be read.", e);
        }
    }

    /** Writes a class anew, under its name. */
    public Path rewrite(Path source, Script script, JavaWriter writer, Way upgrade, Way downgrade) {
        String folder = sources.relativize(source.getParent()).toString();
        String inPackage = folder.replace('\\', '/').replace('/', '.');
        return ScriptFolder.rewrite(source, writer.write(script, inPackage, name(source), upgrade, downgrade));
    }

    private static String name(Path source) {
        String name = source.getFileName().toString();
        return name.substring(0, name.length() - ".java".length());
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
