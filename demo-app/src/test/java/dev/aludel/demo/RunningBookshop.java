package dev.aludel.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The bookshop as a process of its own, ready for requests. */
final class RunningBookshop implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Bookshop: (http://localhost:\\d+)/");

    private final Process process;
    private final String log;
    private final RestTestClient client;

    private RunningBookshop(Process process, String log, String url) {
        this.process = process;
        this.log = log;
        this.client = RestTestClient.bindToServer().baseUrl(url).build();
    }

    static RunningBookshop of(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectErrorStream(true).start();
        BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder read = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return new RunningBookshop(process, read.toString(), ready.group(1));
            }
            read.append(line).append('\n');
        }
        throw new IllegalStateException("The bookshop does not start:\n" + read);
    }

    /** What it said until it was ready. */
    String log() {
        return log;
    }

    RestTestClient client() {
        return client;
    }

    /** As a service manager stops it. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
