package dev.aludel.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** The PgBouncer that this machine has of its own, before a database of the tests: a pool of each mode, under the mode's name. */
public final class LocalPgBouncer implements AutoCloseable {

    private static final String CONFIGURATION = """
            [databases]
            transaction = %1$s pool_mode=transaction
            narrow = %1$s pool_mode=transaction pool_size=1
            statement = %1$s pool_mode=statement
            session = %1$s pool_mode=session
            alone = %1$s pool_mode=session pool_size=1
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %2$d
            unix_socket_dir =
            auth_type = trust
            auth_file = %3$s
            server_round_robin = %4$d
            ignore_startup_parameters = extra_float_digits
            """;

    private final Process process;
    private final Path folder;
    private final int port;

    private LocalPgBouncer(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts one; empty where the machine has none.
     *
     * @param turning whether it hands out its sessions in turn, rather than the latest first
     */
    public static Optional<LocalPgBouncer> start(TestDatabase database, boolean turning) throws IOException {
        Optional<Path> program = LocalPostgres.program("pgbouncer").or(() -> {
            Path usual = Path.of("/usr/sbin/pgbouncer");
            return Files.isExecutable(usual) ? Optional.of(usual) : Optional.empty();
        });
        return program.isEmpty() ? Optional.empty() : Optional.of(start(program.get(), database, turning));
    }

    private static LocalPgBouncer start(Path program, TestDatabase database, boolean turning) throws IOException {
        Path folder = Files.createTempDirectory("pgbouncer");
        Path users = Files.writeString(folder.resolve("users"), "\"postgres\" \"\"\n");
        int port = freePort();
        String server = "host=127.0.0.1 port=" + database.url().replaceAll("(?s).*:(\\d+)/.*", "$1") + " dbname="
                + database.name();
        Path configuration = Files.writeString(
                folder.resolve("pgbouncer.ini"), CONFIGURATION.formatted(server, port, users, turning ? 1 : 0));
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U")); // it does not run as root; another user namespace makes it nobody
        }
        command.addAll(List.of(program.toString(), configuration.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        LocalPgBouncer bouncer = new LocalPgBouncer(process, folder, port);
        while (!bouncer.answers()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("log")));
            }
        }
        return bouncer;
    }

    /** Where it listens. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** The URL of a pool. */
    public String url(String pool) {
        return "jdbc:postgresql://" + address() + "/" + pool + "?user=postgres&prepareThreshold=0";
    }

    @SuppressWarnings("AddressSelection") // the loopback interface
    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
