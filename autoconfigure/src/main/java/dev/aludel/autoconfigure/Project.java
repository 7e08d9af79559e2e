package dev.aludel.autoconfigure;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * Where the application's sources are, if it runs from class folders as an IDE and a build tool start it. An application in a
 * jar, or in the folders that a jar was unpacked to, has no sources.
 *
 * @param folder the project's folder, in which a relative {@code write-location} begins
 */
record Project(Path folder) {

    private static final List<String> BUILD_FILES =
            List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

    /** The project of the application's main class. */
    static Optional<Project> of(ListableBeanFactory beans) {
        return mainClass(beans).flatMap(Project::of);
    }

    /** The folder of classes that the application's main class was loaded from, if it was one. */
    static Optional<Path> classes(ListableBeanFactory beans) {
        return mainClass(beans).flatMap(Project::location).filter(Files::isDirectory);
    }

    private static Optional<Class<?>> mainClass(ListableBeanFactory beans) {
        for (String name : beans.getBeanNamesForAnnotation(EnableAutoConfiguration.class)) {
            Class<?> type = beans.getType(name);
            if (type != null) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    static Optional<Project> of(Class<?> main) {
        return location(main).filter(Files::isDirectory).flatMap(Project::holding);
    }

    /** The nearest folder with a build file above a folder of classes; without any, the working directory. */
    private static Optional<Project> holding(Path classes) {
        for (Path folder = classes; folder != null; folder = folder.getParent()) {
            if (isUnpackedJar(folder)) {
                return Optional.empty();
            }
            if (BUILD_FILES.stream().map(folder::resolve).anyMatch(Files::exists)) {
                return Optional.of(new Project(folder));
            }
        }
        return Optional.of(new Project(workingDirectory()));
    }

    private static boolean isUnpackedJar(Path folder) {
        return folder.endsWith("BOOT-INF") || folder.endsWith("WEB-INF");
    }

    private static Optional<Path> location(Class<?> main) {
        CodeSource source = main.getProtectionDomain().getCodeSource();
        try {
            return source == null
                            || source.getLocation() == null
                            || !"file".equals(source.getLocation().getProtocol())
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** A folder of the project; as it is written if the process works in the project's folder, so that messages are short. */
    Path resolve(String location) {
        return folder.equals(workingDirectory()) ? Path.of(location) : folder.resolve(location);
    }

    /** Whether a file was compiled or copied by the build from the main sources, not those of the tests. */
    boolean isMainOutput(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(folder)
                && Stream.of("test-classes", "test").noneMatch(name -> hasFolder(folder.relativize(absolute), name));
    }

    private static boolean hasFolder(@Nullable Path path, String name) {
        for (Path folder = path; folder != null; folder = folder.getParent()) {
            if (folder.endsWith(name)) {
                return true;
            }
        }
        return false;
    }

    private static Path workingDirectory() {
        return Path.of("").toAbsolutePath();
    }
}
