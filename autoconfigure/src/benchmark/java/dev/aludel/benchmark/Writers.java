package dev.aludel.benchmark;

import dev.aludel.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** An application under steady load: some threads that insert and update rows, each write in a transaction of its own and measured. */
final class Writers implements AutoCloseable {

    private static final int THREADS = 4;
    private static final long PAUSE = 5;

    private final TestDatabase database;
    private final int rows;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Future<?>> running = new ArrayList<>();
    private final AtomicLong nextId;
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile boolean open = true;

    private Writers(TestDatabase database, int rows) {
        this.database = database;
        this.rows = rows;
        this.nextId = new AtomicLong(rows);
    }

    /** Begins to write; {@link #stop} ends it. */
    static Writers start(TestDatabase database, int rows) {
        Writers writers = new Writers(database, rows);
        for (int i = 0; i < THREADS; i++) {
            writers.running.add(writers.threads.submit(writers::write));
        }
        return writers;
    }

    private Void write() throws SQLException, InterruptedException {
        try (Connection connection = database.open();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into orders (id, customer_id, number, amount, state, note) values (?, 1, ?, 1, 'new', '')");
                PreparedStatement update =
                        connection.prepareStatement("update orders set amount = amount + 1 where id = ?");
                PreparedStatement greet =
                        connection.prepareStatement("update customers set greeted = greeted + 1 where id = ?")) {
            while (open) {
                long id = nextId.incrementAndGet();
                insert.setLong(1, id);
                insert.setLong(2, id);
                measured(insert);
                update.setLong(1, ThreadLocalRandom.current().nextLong(1, rows));
                measured(update);
                greet.setLong(1, ThreadLocalRandom.current().nextLong(1, OnlineBenchmark.CUSTOMERS));
                measured(greet);
                TimeUnit.MILLISECONDS.sleep(PAUSE);
            }
            return null;
        }
    }

    private void measured(PreparedStatement statement) {
        long begin = System.nanoTime();
        try {
            statement.executeUpdate();
        } catch (SQLException e) {
            failed.incrementAndGet();
        }
        longest.accumulateAndGet(System.nanoTime() - begin, Math::max);
        written.incrementAndGet();
    }

    /** Forgets what was measured so far. */
    void reset() {
        longest.set(0);
        written.set(0);
        failed.set(0);
    }

    /** The longest that a single write took since the last {@link #reset}. */
    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    /** How many writes were tried. */
    long written() {
        return written.get();
    }

    /** How many of them the server refused, such as the victims of a deadlock. */
    long failed() {
        return failed.get();
    }

    /** Ends all writers. */
    void stop() throws ExecutionException, InterruptedException {
        open = false;
        for (Future<?> writer : running) {
            writer.get();
        }
    }

    @Override
    public void close() {
        open = false;
        threads.shutdown();
    }
}
