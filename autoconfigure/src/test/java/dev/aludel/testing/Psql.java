package dev.aludel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The client of the machine's own PostgreSQL, which the embedded binaries lack. */
public record Psql(Path program) {

    /**
     * How a script ended.
     *
     * @param output what it wrote, errors among it
     */
    public record Result(int exitCode, String output) {}

    public static Optional<Psql> find() {
        return LocalPostgres.program("psql").map(Psql::new);
    }

    /** Runs a script as users are told to. */
    public Result run(TestDatabase database, String script) {
        try {
            Path file = Files.createTempFile("script", ".sql");
            Files.writeString(file, script);
            Process process = new ProcessBuilder(command(database, file))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            Files.delete(file);
            return new Result(code, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(TestDatabase database, Path file) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-X", "-q", "-v", "ON_ERROR_STOP=1"));
        command.addAll(List.of("-f", file.toString(), database.url().substring("jdbc:".length())));
        return command;
    }
}
