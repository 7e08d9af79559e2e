package dev.aludel.demo.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's {@code initdb} and {@code pg_ctl} for the server of a folder. */
record Programs(Path home) {

    void initdb(Path data) throws IOException {
        run(
                "initdb",
                List.of(
                        "-D",
                        data.toString(),
                        "--username=" + Loopback.SUPERUSER,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
    }

    /** Returns when the server accepts connections. It is a process group of its own: see pg_ctl's use of setsid(2). */
    void start(Path data, int port) throws IOException {
        Files.deleteIfExists(log());
        // no socket in the file system, whose path could not be longer than 107 bytes
        String options = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=".formatted(port);
        run("pg_ctl", List.of("start", "-D", data.toString(), "-l", log().toString(), "-o", options, "-w", "-t", "60"));
    }

    void stop(Path data) throws IOException {
        run("pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60"));
    }

    /** What the server that was started last has said. */
    String serverLog() throws IOException {
        return Files.exists(log()) ? Files.readString(log()) : "";
    }

    private Path log() {
        return home.resolve("server.log");
    }

    private void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root: in a user namespace of its own it is nobody, with root's files
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(Binaries.below(home).program(program));
        command.addAll(arguments);
        // a file, not a pipe: what the server inherits it keeps open
        Path output = home.resolve(program + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        if (exitCode(builder.start()) != 0) {
            String said = Files.readString(output).strip();
            throw new EmbeddedDatabaseException("PostgreSQL's %s failed in '%s': %s%n%s"
                    .formatted(program, home, said, program.equals("pg_ctl") ? serverLog() : "")
                    .strip());
        }
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseException("Interrupted while PostgreSQL starts or stops", e);
        }
    }
}
