package dev.aludel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The jar as Spring Boot's manual deploys it for a fast start: extracted, with an archive of the classes that it loads. */
record Deployment(Path folder) {

    static Deployment in(Path folder) throws IOException, InterruptedException {
        Deployment deployment = new Deployment(folder);
        deployment.run(
                "-Djarmode=tools",
                "-jar",
                Project.builtJar().toString(),
                "extract",
                "--destination",
                folder.toString());
        deployment.run(
                "-XX:ArchiveClassesAtExit=" + deployment.classes(), "-jar", deployment.jar(), "aludel", "status");
        return deployment;
    }

    List<String> options() throws IOException {
        return List.of("-XX:SharedArchiveFile=" + classes(), "-Xlog:cds=off", "-jar", jar());
    }

    private Path classes() {
        return folder.resolve("bookshop.jsa");
    }

    private String jar() throws IOException {
        return folder.resolve(Project.builtJar().getFileName()).toString();
    }

    private void run(String... options) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder.getParent(), "deployment", ".txt");
        ProcessBuilder process = new ProcessBuilder(Project.java(List.of(options))).redirectErrorStream(true);
        process.environment().putAll(TestServer.environment());
        int exitCode = process.redirectOutput(output.toFile()).start().waitFor();
        assertThat(exitCode).as(Files.readString(output)).isZero();
    }
}
