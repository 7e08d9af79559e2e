package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.cli.application.ShopApplication;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The test application as a user's project with the wrapper, Aludel being one of its jars. It is compiled already, so that its build
 * names the class path alone.
 *
 * @param library the jar with Aludel
 */
record WrappedShop(Path project, Path library) {

    /** What a command printed, and the trace of the shell. */
    record Result(int exitCode, String out, String trace) {

        /** Returns whether the JVM was started with an archive. */
        boolean usesArchive() {
            return trace.contains("-XX:SharedArchiveFile=") || trace.contains("-XX:AOTCache=");
        }
    }

    /** Makes it of the application's classes, which stand in a project already. */
    static WrappedShop of(Shop shop) throws IOException, URISyntaxException {
        Path library = shop.folder().resolveSibling("aludel-spring-boot-autoconfigure-1.jar");
        jar(
                Path.of(Launcher.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()),
                library);
        String libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator, library + File.pathSeparator, ""));
        WrappedShop wrapped = new WrappedShop(shop.folder(), library);
        wrapped.script("mvnw", """
                #!/bin/sh
                for word; do
                    case $word in -Dmdep.outputFile=*) printf '%s' '@LIBRARIES@' > "${word#*=}" ;; esac
                done
                """.replace("@LIBRARIES@", libraries));
        Project found = Project.around(shop.folder()).orElseThrow();
        wrapped.script(
                "aludel",
                new Wrapper(found, ShopApplication.class.getName(), "java", "src/main/resources/db/revisions")
                        .posixScript());
        return wrapped;
    }

    private static void jar(Path classes, Path file) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
                Stream<Path> files = Files.walk(classes)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
                Files.copy(each, jar);
            }
        }
    }

    private void script(String name, String text) throws IOException {
        Wrapper.makeExecutable(Files.writeString(project.resolve(name), text));
    }

    /** Runs a command. */
    Result aludel(Map<String, String> environment, List<String> words) throws IOException, InterruptedException {
        Path out = library.resolveSibling("out");
        Path err = library.resolveSibling("err");
        List<String> command =
                new ArrayList<>(List.of("sh", "-x", project.resolve("aludel").toString()));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "CI"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Returns the archives that there are. */
    List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(project.resolve("target/aludel"))) {
            return files.filter(file -> file.getFileName().toString().matches("archive-\\d+"))
                    .toList();
        }
    }

    /** Waits for the archive that is made in the background. */
    void awaitArchive() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (archives().isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(archives())
                .as("the archive, of which %s tells", project.resolve("target/aludel/archive.log"))
                .hasSize(1);
    }
}
