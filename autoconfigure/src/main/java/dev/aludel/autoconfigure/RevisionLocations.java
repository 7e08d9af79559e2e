package dev.aludel.autoconfigure;

import dev.aludel.script.ScriptSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads the revision scripts of {@code aludel.locations}, sorted by location. An application that runs from class folders reads
 * the folder it writes to in place of the copy that its build made, so that a script counts as soon as it is saved.
 */
final class RevisionLocations implements ScriptSource {

    private static final String CLASSPATH = "classpath:";
    private static final String FILE = "file:";
    private static final String SOURCES = "src/main/java";

    private final List<String> locations;
    private final Optional<Project> project;
    private final Path writeFolder;
    private final PathMatchingResourcePatternResolver resolver;

    RevisionLocations(
            List<String> locations, Optional<Project> project, Path writeFolder, ResourceLoader resourceLoader) {
        this.locations = locations;
        this.project = project;
        this.writeFolder = writeFolder;
        this.resolver = new PathMatchingResourcePatternResolver(resourceLoader);
    }

    @Override
    public List<ScriptFile> files() {
        Stream<ScriptFile> read = locations.stream().flatMap(this::files);
        Stream<ScriptFile> written = readsWriteFolder() ? RevisionFiles.in(writeFolder) : Stream.of();
        return Stream.concat(read, written)
                .sorted(Comparator.comparing(ScriptFile::location))
                .toList();
    }

    /** Where new scripts are written. */
    Path writeFolder() {
        return writeFolder;
    }

    /** The project's folder; the working directory where there is none. */
    Path folder() {
        return project.map(Project::folder).orElseGet(() -> Path.of("").toAbsolutePath());
    }

    /** Where new classes are written. */
    Path sources() {
        return project.map(found -> found.resolve(SOURCES)).orElseGet(() -> Path.of(SOURCES));
    }

    /** Whether what is written is what this application, or its next start, reads. */
    boolean readsWhatIsWritten() {
        return project.isPresent()
                || locations.stream()
                        .filter(location -> location.startsWith(FILE))
                        .anyMatch(location -> same(path(location), writeFolder));
    }

    /** Copies in class folders of revisions that the folder they were copied from no longer has; they are never read from there. */
    List<Path> staleCopies() {
        if (!readsWriteFolder()) {
            return List.of();
        }
        return locations.stream()
                .filter(location -> location.startsWith(CLASSPATH))
                .map(RevisionLocations::root)
                .filter(this::isWriteFolder)
                .flatMap(root -> resources("classpath*:" + root + "/**/*.sql").stream()
                        .filter(resource ->
                                isCopy(resource, root) && !Files.exists(writeFolder.resolve(below(resource, root))))
                        .flatMap(resource -> file(resource).stream()))
                .distinct()
                .sorted()
                .toList();
    }

    private boolean readsWriteFolder() {
        return project.isPresent() && Files.isDirectory(writeFolder);
    }

    private Stream<ScriptFile> files(String location) {
        if (location.startsWith(FILE)) {
            return fileLocation(location);
        }
        if (location.startsWith(CLASSPATH)) {
            return classpathLocation(location);
        }
        throw new RevisionLocationException(location, "does not begin with classpath: or file:");
    }

    private Stream<ScriptFile> fileLocation(String location) {
        Path folder = path(location);
        if (same(folder, writeFolder)) {
            return readsWriteFolder() || !Files.isDirectory(folder) ? Stream.of() : RevisionFiles.in(folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new RevisionLocationException(location, "is not a folder");
        }
        return RevisionFiles.in(folder);
    }

    private Stream<ScriptFile> classpathLocation(String location) {
        String root = root(location);
        List<Resource> resources = resources("classpath*:" + root + "/**/*.sql");
        if (resources.isEmpty()
                && !location.equals(AludelProperties.DEFAULT_LOCATION)
                && resources("classpath*:" + root + "/").isEmpty()
                && !isWriteFolder(root)) {
            throw new RevisionLocationException(location, "is not on the class path");
        }
        return resources.stream()
                .filter(resource -> !isCopy(resource, root))
                .map(resource -> RevisionFiles.file(name(resource, root), resource));
    }

    private static String root(String location) {
        return location.substring(CLASSPATH.length()).replaceAll("^/+|/+$", "");
    }

    /** Whether a file on the class path was copied from the folder that is read in its place. */
    private boolean isCopy(Resource resource, String root) {
        return readsWriteFolder()
                && file(resource)
                        .filter(file -> project.orElseThrow().isMainOutput(file))
                        .filter(file -> isWriteFolder(root) || Files.exists(writeFolder.resolve(below(resource, root))))
                        .isPresent();
    }

    private boolean isWriteFolder(String root) {
        return project.isPresent() && writeFolder.endsWith(root);
    }

    private List<Resource> resources(String pattern) {
        try {
            return Arrays.stream(resolver.getResources(pattern))
                    .filter(Resource::exists)
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new RevisionLocationException(pattern, "cannot be read", e);
        }
    }

    private static Optional<Path> file(Resource resource) {
        try {
            return resource.isFile() ? Optional.of(resource.getFile().toPath()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String name(Resource resource, String root) {
        return file(resource).map(RevisionFiles::name).orElseGet(() -> CLASSPATH + root + "/" + below(resource, root));
    }

    /** The path of a file below its location, such as {@code 2026/0001_init.sql}. */
    private static String below(Resource resource, String root) {
        String url = uri(resource);
        return url.substring(url.lastIndexOf("/" + root + "/") + root.length() + 2);
    }

    private static String uri(Resource resource) {
        try {
            return resource.getURI().getSchemeSpecificPart();
        } catch (IOException e) {
            throw new RevisionLocationException(resource.getDescription(), "cannot be read", e);
        }
    }

    private static Path path(String location) {
        return Path.of(location.substring(FILE.length()).replaceFirst("^//(?=/)", ""));
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
}
