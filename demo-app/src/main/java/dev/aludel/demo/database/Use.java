package dev.aludel.demo.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * This process's mark that it uses the server: a shared lock on a file, which the system takes away when the process ends,
 * however it ends.
 */
final class Use {

    private final FileChannel channel;
    private final FileLock lock;

    private Use(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static Use of(Path home) throws IOException {
        FileChannel channel = FileChannel.open(
                home.resolve("users.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        return new Use(channel, channel.lock(0, Long.MAX_VALUE, true));
    }

    /** Takes the mark away and says whether it was the last. */
    boolean end() throws IOException {
        try (channel) {
            lock.release();
            FileLock sole = channel.tryLock();
            return sole != null;
        }
    }
}
