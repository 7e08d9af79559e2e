package dev.aludel.demo.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the archive on the class path. They stay beside the data, not in a temporary folder
 * that may be swept while the server runs.
 */
record Binaries(Path directory) {

    private static final Logger log = LoggerFactory.getLogger(Binaries.class);

    private static final boolean WINDOWS = operatingSystem().equals("Windows");
    private static final int EXECUTABLE = 0100;

    /** The programs for this machine, unpacked below a folder on first use; one process at a time may call it. */
    static Binaries below(Path home) throws IOException {
        byte[] archive = archive();
        Path directory = home.resolve("postgresql-" + digest(archive));
        if (!Files.exists(directory)) {
            log.info("Unpacking PostgreSQL into {}, once", directory);
            // renamed when complete, so that a kill in the middle leaves nothing that looks whole
            Path unpacked = home.resolve("unpacking");
            FileSystemUtils.deleteRecursively(unpacked);
            unpack(archive, unpacked);
            Files.move(unpacked, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(directory);
    }

    String program(String name) {
        return directory.resolve("bin").resolve(WINDOWS ? name + ".exe" : name).toString();
    }

    private static byte[] archive() throws IOException {
        try (InputStream archive =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(operatingSystem(), System.getProperty("os.arch"))) {
            return archive.readAllBytes();
        } catch (IllegalStateException e) {
            throw new EmbeddedDatabaseException(
                    "No PostgreSQL comes with the bookshop for " + System.getProperty("os.name") + " on "
                            + System.getProperty("os.arch"),
                    e);
        }
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "Windows";
        }
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    private static String digest(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("The archive leads out of its folder: '" + entry.getName() + "'");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(entries, file);
                    if ((entry.getMode() & EXECUTABLE) != 0 && !file.toFile().setExecutable(true, false)) {
                        throw new IOException("Cannot make '" + file + "' executable");
                    }
                }
            }
        }
    }
}
