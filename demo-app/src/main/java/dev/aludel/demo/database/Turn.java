package dev.aludel.demo.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/** While a process has the turn, no other looks for the server, starts or stops it. The system ends the turn of a killed one. */
final class Turn {

    private Turn() {}

    /** Waits for the turn, acts, and passes it on. */
    static <T> T take(Path home, Action<T> action) throws IOException, SQLException {
        try (FileChannel channel = FileChannel.open(
                        home.resolve("turn.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            return action.act();
        }
    }

    interface Action<T> {
        T act() throws IOException, SQLException;
    }
}
