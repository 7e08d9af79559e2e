package dev.aludel.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.UUID;

/**
 * Writes a file so that whoever reads it finds the old content or the new one, never a part: into a file beside it, which then takes its
 * place. A full disk or a kill amid that leaves the old one; what is left beside it begins with a dot and is read by nobody.
 */
public final class WholeFile {

    private WholeFile() {}

    /** Does something to the file before it takes its place. */
    @FunctionalInterface
    public interface Preparation {
        void of(Path file) throws IOException;
    }

    /**
     * Writes a new file in UTF-8.
     *
     * @throws FileAlreadyExistsException where there is one of its name, or a link; it is not touched
     */
    public static Path create(Path file, String text) throws IOException {
        return create(file, text, written -> {});
    }

    /** Writes a new file that is prepared before anybody sees it. */
    public static Path create(Path file, String text, Preparation preparation) throws IOException {
        refuseExisting(file);
        beside(file, text, written -> {
            preparation.of(written);
            link(written, file);
        });
        return file;
    }

    /** Replaces the content of a file by a text in UTF-8. Its permissions and owner stay, and so does a link that leads to it. */
    public static Path replace(Path file, String text) throws IOException {
        Path target = file.toRealPath();
        beside(target, text, written -> {
            keepAttributes(target, written);
            move(written, target);
        });
        return file;
    }

    private static void beside(Path file, String text, Preparation place) throws IOException {
        Path folder = folder(file);
        Path written = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            write(written, StandardCharsets.UTF_8.encode(text));
            place.of(written);
        } finally {
            Files.deleteIfExists(written);
        }
        sync(folder);
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static void write(Path file, ByteBuffer content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
    }

    private static void refuseExisting(Path file) throws FileAlreadyExistsException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    /** A link fails where the file is there meanwhile, which a move might overwrite; some file systems know no links. */
    private static void link(Path written, Path file) throws IOException {
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException e) {
            refuseExisting(file);
            move(written, file);
        }
    }

    private static void move(Path written, Path file) throws IOException {
        try {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void keepAttributes(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        PosixFileAttributes kept = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes made = view.readAttributes();
        if (!kept.owner().equals(made.owner())) {
            view.setOwner(kept.owner());
        }
        if (!kept.group().equals(made.group())) {
            view.setGroup(kept.group());
        }
        view.setPermissions(kept.permissions());
    }

    /** So that a crash of the machine does not undo the move; Windows opens no folder. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return; // the file is whole all the same
        }
    }
}
