package dev.aludel.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a piece of work took.
 *
 * @param first the first run, with cold code
 * @param median of the runs after it
 */
record Timing(Duration first, Duration median) {

    /** Something that is measured. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Runs once, then as often as asked for the median; a single run is its own median. */
    static Timing of(int runs, Work work) throws Exception {
        return of(runs, () -> {}, work);
    }

    /** @param before what is done before each run, and does not count */
    static Timing of(int runs, Work before, Work work) throws Exception {
        before.run();
        Duration first = once(work);
        List<Duration> more = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            before.run();
            more.add(once(work));
        }
        more.sort(null);
        return new Timing(first, more.isEmpty() ? first : more.get(more.size() / 2));
    }

    private static Duration once(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** A line of the table; the ratio is to Hibernate's update, 1.00 being as fast. */
    String line(String name, int tables, Timing reference) {
        return "| %,7d | %-46s | %9s | %9s | %6s |"
                .formatted(
                        tables,
                        name,
                        seconds(first),
                        seconds(median),
                        String.format(Locale.ROOT, "%.2f", (double) median.toNanos() / reference.median.toNanos()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toNanos() / 1e9);
    }
}
