package dev.aludel.demo.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.FileSystemUtils;

/**
 * The one PostgreSQL server of a folder. It listens on the loopback address only and trusts who connects there: it holds a
 * demonstration. One process at a time may look for it, start or stop it: see {@link Turn}.
 */
final class Server {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final Path data;
    private final Programs programs;

    Server(Path home) {
        this.home = home;
        this.data = home.resolve("data");
        this.programs = new Programs(home);
    }

    /** Where the server listens; it is started if there is none. */
    Loopback running(int preferredPort) throws IOException {
        Optional<Loopback> running = find();
        return running.isPresent() ? running.get() : start(preferredPort);
    }

    void stop() throws IOException {
        programs.stop(data);
    }

    /** Never starts before it has looked: a server outlives the process that started it, and may still be starting. */
    private Optional<Loopback> find() throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            Optional<PostmasterFile> file = PostmasterFile.read(data);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            Loopback server = new Loopback(file.get().port());
            Optional<Boolean> ours = file.get().ready() ? server.serves(data) : Optional.empty();
            if (ours.isPresent() && ours.get()) {
                return Optional.of(server);
            }
            if (ours.isPresent() || !file.get().alive()) {
                PostmasterFile.disown(data);
                return Optional.empty();
            }
            awaitUntil(
                    deadline,
                    () -> "The PostgreSQL server of '%s' (process %d) neither answers on port %d nor ends"
                            .formatted(data, file.get().pid(), file.get().port()));
        }
    }

    private Loopback start(int preferredPort) throws IOException {
        if (!Files.exists(data)) {
            // renamed when complete, so that a kill in the middle leaves nothing that looks whole
            Path fresh = home.resolve("initializing");
            FileSystemUtils.deleteRecursively(fresh);
            programs.initdb(fresh);
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        }
        return startPatiently(preferredPort);
    }

    /** Tries again after what passes: a child of a killed server still ends, or another program took the port meanwhile. */
    private Loopback startPatiently(int preferredPort) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            Loopback server = Loopback.free(preferredPort);
            try {
                programs.start(data, server.port());
                return server;
            } catch (EmbeddedDatabaseException e) {
                String log = programs.serverLog();
                if (!log.contains("is still in use") && !log.contains("could not create any TCP/IP sockets")) {
                    throw e;
                }
                awaitUntil(deadline, () -> String.valueOf(e.getMessage()));
            }
        }
    }

    private static void awaitUntil(Instant deadline, Supplier<String> failure) {
        if (Instant.now().isAfter(deadline)) {
            throw new EmbeddedDatabaseException(failure.get());
        }
        Pause.briefly();
    }
}
