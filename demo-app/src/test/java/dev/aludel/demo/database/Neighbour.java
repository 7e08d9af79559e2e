package dev.aludel.demo.database;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another Java process that uses the embedded database, seen from the test. */
final class Neighbour {

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private Neighbour(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts the process and does not wait for it. */
    static Neighbour in(Path folder) {
        return in(folder, 0);
    }

    static Neighbour in(Path folder, int preferredPort) {
        try {
            return new Neighbour(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            NeighbourMain.class.getName(),
                            folder.toString(),
                            String.valueOf(preferredPort))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The URL of the database, once it is open. */
    String url() {
        return read();
    }

    /** The first value that a query returns. */
    String ask(String query) {
        try {
            questions.write(query);
            questions.newLine();
            questions.flush();
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the process close the database and end. */
    void leave() throws IOException, InterruptedException {
        questions.close();
        process.waitFor();
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private String read() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("The other process has ended");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
