package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands as a person types them, each a process of its own from the wrapper to its end: with the whole application configured, as an
 * application that is not plain has it; with what the command needs alone; and that with the archive of classes. In turns.
 */
class CommandBenchmark {

    private static final int ROUNDS = Integer.getInteger("benchmark.commands", 5);

    private static final StringBuilder TABLE = new StringBuilder("""

        | command | whole application |    alone | with the archive | of the whole |
        |---------|------------------:|---------:|-----------------:|-------------:|
        """);

    private static final String WHOLE =
            "--spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration";

    private static final Map<String, String> OFF = Map.of("ALUDEL_ARCHIVE", "off");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void print() {
        System.out.println(TABLE);
    }

    @Test
    @DisplayName("commands")
    void commands() throws Exception {
        Shop unwrapped = Shop.in(Files.createDirectory(folder.resolve("shop"))).withDatabase(DATABASE.url());
        unwrapped.aludel("revision", "--autogenerate", "-m", "begin", "--rev-id", "aa11");
        unwrapped.aludel("upgrade");
        WrappedShop shop = WrappedShop.of(unwrapped);
        time(shop, Map.of(), "heads");
        shop.awaitArchive();
        for (String command : List.of("heads", "status", "check")) {
            Map<String, List<Double>> times = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                add(times, "whole", time(shop, OFF, command, WHOLE));
                add(times, "alone", time(shop, OFF, command));
                add(times, "archive", time(shop, Map.of(), command));
            }
            double whole = median(times, "whole");
            double archive = median(times, "archive");
            TABLE.append(String.format(
                    Locale.ROOT,
                    "| %-7s | %15.2f s | %6.2f s | %14.2f s | %10.2f × |%n",
                    command,
                    whole,
                    median(times, "alone"),
                    archive,
                    archive / whole));
        }
    }

    private static void add(Map<String, List<Double>> times, String way, double time) {
        times.computeIfAbsent(way, name -> new ArrayList<>()).add(time);
    }

    private static double median(Map<String, List<Double>> times, String way) {
        return times.getOrDefault(way, List.of()).stream()
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double time(WrappedShop shop, Map<String, String> environment, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--spring.datasource.url=" + DATABASE.url());
        long begin = System.nanoTime();
        WrappedShop.Result result = shop.aludel(environment, all);
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertThat(result.exitCode()).as(result.trace()).isZero();
        return seconds;
    }
}
