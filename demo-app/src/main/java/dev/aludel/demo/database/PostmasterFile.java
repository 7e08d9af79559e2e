package dev.aludel.demo.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL writes to {@code postmaster.pid} in its data directory: the process id (line 1), the port (line 4) and,
 * last of all, its state (line 8), {@code ready} once it accepts connections. The file survives a killed server.
 */
record PostmasterFile(long pid, int port, boolean ready) {

    private static final int PID = 0;
    private static final int PORT = 3;
    private static final int STATE = 7;

    /** No process has this id: Linux stops at 2^22, others far below. */
    private static final String NOBODY = String.valueOf(Integer.MAX_VALUE - 1);

    static Path in(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Empty without a file. The port is 0 while the server that writes the file has not come to it. */
    static Optional<PostmasterFile> read(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(in(data));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(PID).strip());
        int port = lines.size() > PORT ? Integer.parseInt(lines.get(PORT).strip()) : 0;
        boolean ready = lines.size() > STATE && lines.get(STATE).strip().equals("ready");
        return Optional.of(new PostmasterFile(pid, port, ready));
    }

    /** Whether a server may be behind the file: not when the process is gone, defunct, or another program by now. */
    boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> !defunct())
                .map(process -> process.info().command().map(Path::of).map(Path::getFileName))
                .filter(program -> program.isEmpty() || program.get().toString().startsWith("postgres"))
                .isPresent();
    }

    /** A killed process that its parent has not collected: it still has its id, and a new server would refuse to start. */
    private boolean defunct() {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Makes a new server see that the old one is gone, although its process id is taken. The other lines stay: by the shared
     * memory that line 7 names PostgreSQL refuses to start while a child of the killed server still works on the files.
     */
    static void disown(Path data) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(in(data)));
        lines.set(PID, NOBODY);
        Files.write(in(data), lines);
    }
}
