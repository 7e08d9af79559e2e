package dev.aludel.demo;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.springframework.util.FileSystemUtils;

/**
 * A copy of the bookshop's project, in which a test changes entities as a developer would.
 *
 * @param deployed the options of the JVM that run the application as on a server
 */
record Project(Path folder, List<String> deployed) {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path REVISIONS = Path.of("src", "main", "resources", "db", "revisions");
    private static final String JAR = "bookshop.jar";
    private static final String MAIN = BookshopApplication.class.getName();

    static Project copiedTo(Path folder) throws IOException {
        Project project =
                new Project(folder, List.of("-jar", folder.resolve(JAR).toString()));
        for (Path part : List.of(CLASSES, REVISIONS)) {
            Files.createDirectories(folder.resolve(part));
            FileSystemUtils.copyRecursively(MODULE.resolve(part), folder.resolve(part));
        }
        Files.copy(MODULE.resolve("pom.xml"), folder.resolve("pom.xml"));
        Files.copy(builtJar(), folder.resolve(JAR));
        return project;
    }

    /** With the application where {@link Deployment} has put it, which the project's changes do not reach. */
    static Project copiedTo(Path folder, Deployment deployment) throws IOException {
        return new Project(copiedTo(folder).folder(), deployment.options());
    }

    /** Edits the source of a class and compiles it. */
    void change(Class<?> type, UnaryOperator<String> edit) throws IOException {
        Path file = Path.of(type.getName().replace('.', '/') + ".java");
        Path source = folder.resolve("src/main/java").resolve(file);
        if (!Files.exists(source)) {
            Files.createDirectories(source.getParent());
            Files.copy(MODULE.resolve("src/main/java").resolve(file), source);
        }
        String before = Files.readString(source);
        String after = edit.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("The edit does not change '" + file + "'");
        }
        Files.writeString(source, after);
        compile(source);
    }

    /** Compiles a source into the project's classes. */
    void compile(Path source) {
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-parameters",
                        "-cp",
                        classPath(),
                        "-d",
                        folder.resolve(CLASSES).toString(),
                        source.toString());
        if (failed != 0) {
            throw new IllegalArgumentException("'" + source + "' does not compile");
        }
    }

    /** The scripts in the source tree. */
    List<Path> revisions() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(REVISIONS))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    /** Brings classes and revisions into the jar, as a build would. */
    void build() throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(folder.resolve(JAR))) {
            Path classes = archive.getPath("BOOT-INF", "classes");
            copy(folder.resolve(CLASSES), classes);
            copy(folder.resolve(REVISIONS), classes.resolve("db").resolve("revisions"));
        }
    }

    /** Runs a command on the project's class folders, as {@code ./aludel} does. */
    Answer aludel(String... words) throws IOException, InterruptedException {
        return run(List.of("-cp", classPath(), MAIN), words);
    }

    /** Runs a command with the jar, as on a server. */
    Answer jar(String... words) throws IOException, InterruptedException {
        return run(deployed, words);
    }

    /** The same with variables of the environment. */
    Answer jar(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        return run(deployed, environment, words);
    }

    /** Starts the jar. */
    RunningBookshop start(String... arguments) throws IOException {
        return RunningBookshop.of(server(arguments));
    }

    /** Starts the jar, and does not wait until it is ready. */
    Process launch(String... arguments) throws IOException {
        return server(arguments)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("launched.txt").toFile())
                .start();
    }

    private ProcessBuilder server(String... arguments) {
        List<String> command = java(deployed);
        command.add("--server.port=0");
        command.addAll(List.of(arguments));
        return process(command);
    }

    /** Adds a script to the source tree. */
    void write(String name, String script) throws IOException {
        Files.writeString(folder.resolve(REVISIONS).resolve(name), script);
    }

    private Answer run(List<String> application, String... words) throws IOException, InterruptedException {
        return run(application, Map.of(), words);
    }

    private Answer run(List<String> application, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        List<String> command = java(application);
        command.add("aludel");
        command.addAll(List.of(words));
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder process = process(command);
        process.environment().putAll(environment);
        int exitCode = process.redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();
        return new Answer(exitCode, Files.readString(output), Files.readString(errors));
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(TestServer.environment());
        return builder;
    }

    static List<String> java(List<String> application) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(application);
        return command;
    }

    private String classPath() {
        return Stream.concat(
                        Stream.of(folder.resolve(CLASSES).toString()),
                        Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                                .filter(entry -> !Path.of(entry).startsWith(MODULE)))
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    static Path builtJar() throws IOException {
        try (Stream<Path> files = Files.list(MODULE.resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("aludel-demo-app-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("Run 'mvn package' first: there is no jar in 'target'"));
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, REPLACE_EXISTING);
            }
        }
    }
}
