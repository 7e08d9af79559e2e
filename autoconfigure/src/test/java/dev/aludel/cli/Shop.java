package dev.aludel.cli;

import dev.aludel.cli.application.ShopApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The test application as a user's Maven project, started in a JVM of its own, as {@code spring-boot:run} would. */
record Shop(Path folder, Class<?> main, List<String> springOptions, Map<String, String> environment) {

    /** What a process printed and how it ended. */
    record Result(int exitCode, String out, String err) {

        /** The answer; the application's own main has printed one line before Aludel has a say. */
        String answer() {
            return out.replaceFirst("\\AMAIN\\R", "");
        }

        List<String> answerLines() {
            return answer().lines().toList();
        }

        List<String> errorLines() {
            return err.lines().toList();
        }
    }

    /** A project with the application's classes and nothing else. */
    static Shop in(Path folder) {
        try {
            Files.writeString(folder.resolve("pom.xml"), "<project/>");
            Path classes = Path.of(ShopApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            String name = ShopApplication.class.getPackageName().replace('.', '/');
            Path target =
                    Files.createDirectories(folder.resolve("target/classes").resolve(name));
            try (Stream<Path> files = Files.list(classes.resolve(name))) {
                for (Path file : files.toList()) {
                    Files.copy(file, target.resolve(file.getFileName().toString()));
                }
            }
            return new Shop(folder, ShopApplication.class, List.of(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Shop with(String... options) {
        List<String> all = new ArrayList<>(springOptions);
        all.addAll(List.of(options));
        return new Shop(folder, main, all, environment);
    }

    Shop withDatabase(String url) {
        return new Shop(folder, main, List.of("--spring.datasource.url=" + url), environment);
    }

    Shop withVariable(String name, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(name, value);
        return new Shop(folder, main, springOptions, all);
    }

    Shop withMain(Class<?> other) {
        return new Shop(folder, other, springOptions, environment);
    }

    Result aludel(String... words) {
        return run(Stream.concat(Stream.of("aludel"), Stream.of(words)).toList());
    }

    Result run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dspring.backgroundpreinitializer.ignore=true",
                "-cp",
                folder.resolve("target/classes") + File.pathSeparator + System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        command.addAll(springOptions);
        try {
            return start(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Result start(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("target/out");
        Path err = folder.resolve("target/err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("No end of " + command + "\n" + Files.readString(out) + Files.readString(err));
        }
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
