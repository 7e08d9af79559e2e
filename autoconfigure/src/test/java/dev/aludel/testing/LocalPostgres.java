package dev.aludel.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL that this machine has of its own, with the {@code pg_dump} that the embedded binaries lack: found on the
 * path, by {@code pg_config}, or where packages put it.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/lib/postgresql",
            "/usr/local/opt",
            "/opt/homebrew/opt",
            "/usr/local/pgsql",
            "/usr/pgsql",
            "C:/Program Files/PostgreSQL");

    private final Path programs;
    private final Path data;
    private final int port;

    private LocalPostgres(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /** Starts a server of its own; empty where the machine has none. */
    public static Optional<LocalPostgres> start() throws IOException {
        Optional<Path> programs = candidates().filter(LocalPostgres::isWhole).findFirst();
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        Path data = Files.createTempDirectory("local-postgres");
        LocalPostgres local = new LocalPostgres(programs.get(), data, freePort());
        local.run("initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C");
        local.run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-w",
                "-l",
                data.resolve("log").toString(),
                "-o",
                local.options(),
                "start");
        return Optional.of(local);
    }

    private String options() {
        return "-F -p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''";
    }

    /** Where a database of the server is. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    /** What {@code pg_dump --schema-only} says of a database. */
    public String dump(String database) {
        return run(
                "pg_dump",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(port),
                "-U",
                "postgres",
                "--schema-only",
                "--exclude-table=aludel_revision",
                database);
    }

    /** What {@code pg_dump} says of a database with its rows. */
    public String dumpWithRows(String database) {
        return run("pg_dump", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", "postgres", database);
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "-D", data.toString(), "-w", "-m", "immediate", "stop");
        FileSystemUtils.deleteRecursively(data);
    }

    /** One of its programs alone. */
    static Optional<Path> program(String name) {
        try {
            return candidates()
                    .flatMap(folder -> Stream.of(folder.resolve(name), folder.resolve(name + ".exe")))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> candidates() throws IOException {
        List<Path> folders = new ArrayList<>();
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(Path::of)
                .forEach(folders::add);
        try {
            folders.add(Path.of(output(List.of("pg_config", "--bindir")).strip()));
        } catch (IllegalStateException | UncheckedIOException e) {
            // not on the path: the usual places are left
        }
        for (String place : USUAL_PLACES) {
            Path parent = Path.of(place);
            if (Files.isDirectory(parent)) {
                folders.add(parent.resolve("bin"));
                try (Stream<Path> versions = Files.list(parent)) {
                    versions.sorted().map(version -> version.resolve("bin")).forEach(folders::add);
                }
            }
        }
        return folders.stream();
    }

    private static boolean isWhole(Path programs) {
        return Stream.of("initdb", "pg_ctl", "pg_dump")
                .allMatch(name -> Files.isExecutable(programs.resolve(name))
                        || Files.isExecutable(programs.resolve(name + ".exe")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root") && !program.equals("pg_dump")) {
            // the server does not run as root; another user namespace makes it nobody
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return output(command);
    }

    /** The output goes to a file: a server that pg_ctl starts keeps it open. */
    private static String output(List<String> command) {
        try {
            Path output = Files.createTempFile("output", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int code = process.waitFor();
            String text = Files.readString(output);
            Files.delete(output);
            if (code != 0) {
                throw new IllegalStateException(command + " ended with " + code + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
