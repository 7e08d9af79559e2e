package dev.aludel.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.system.ApplicationHome;

/**
 * The sources of an application, where its build file stands.
 *
 * @param folder the module of the application's main class, absolute
 * @param tool what builds it
 * @param reactor the topmost folder that the module is built from together with its siblings; the module itself when it
 *     stands alone
 */
record Project(Path folder, Tool tool, Path reactor) {

    /** What builds a project, and how its build files are called. */
    enum Tool {
        MAVEN("Maven", "pom.xml"),
        GRADLE("Gradle", "build.gradle", "build.gradle.kts");

        private final String title;

        @SuppressWarnings("ImmutableEnumChecker") // List.of
        private final List<String> files;

        Tool(String title, String... files) {
            this.title = title;
            this.files = List.of(files);
        }

        String title() {
            return title;
        }

        private boolean builds(Path folder) {
            return files.stream().map(folder::resolve).anyMatch(Files::isRegularFile);
        }
    }

    /** The nearest project at a place or above it: at {@code shop/app/target/classes} it is {@code shop/app}. */
    static Optional<Project> around(Path place) {
        return upwards(place.toAbsolutePath().normalize())
                .flatMap(folder -> Stream.of(Tool.values())
                        .filter(tool -> tool.builds(folder))
                        .map(tool -> new Project(folder, tool, reactor(tool, folder))))
                .findFirst();
    }

    /** Where a class was loaded from: a folder of classes or a jar. */
    static Path home(Class<?> mainClass) {
        File source = new ApplicationHome(mainClass).getSource();
        return source == null ? Path.of("").toAbsolutePath() : source.toPath();
    }

    private static Path reactor(Tool tool, Path folder) {
        return tool == Tool.MAVEN ? reactor(folder, folder) : settings(folder);
    }

    /** The folder above whose pom.xml lists the module, and so on upwards. */
    private static Path reactor(Path module, Path below) {
        Path folder = below.getParent();
        if (folder == null) {
            return module;
        }
        return listsModule(folder.resolve("pom.xml"), folder.relativize(module))
                ? reactor(folder, folder)
                : reactor(module, folder);
    }

    private static boolean listsModule(Path pom, Path module) {
        if (!Files.isRegularFile(pom)) {
            return false;
        }
        try {
            String text = Files.readString(pom);
            String name = slashed(module);
            return Stream.of("module", "subproject")
                    .anyMatch(element -> text.contains("<" + element + ">" + name + "</" + element + ">"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path settings(Path project) {
        return upwards(project)
                .filter(folder -> Stream.of("settings.gradle", "settings.gradle.kts")
                        .map(folder::resolve)
                        .anyMatch(Files::isRegularFile))
                .findFirst()
                .orElse(project);
    }

    private static Stream<Path> upwards(Path place) {
        return Stream.iterate(place, path -> path != null, Path::getParent);
    }

    /** From the module to the reactor, such as {@code ..}; empty when the module stands alone. */
    String pathToReactor() {
        return slashed(folder.relativize(reactor));
    }

    /** From the reactor to the module, such as {@code demo-app}; empty when the module stands alone. */
    String pathFromReactor() {
        return slashed(reactor.relativize(folder));
    }

    static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
