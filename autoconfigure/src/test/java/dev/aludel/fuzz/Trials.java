package dev.aludel.fuzz;

import dev.aludel.testing.EntityModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.hibernate.engine.jdbc.connections.internal.UserSuppliedConnectionProviderImpl;

/** Tries many pairs at once: all are compiled in one go, and as many tried side by side as there are processors. */
final class Trials implements AutoCloseable {

    /** How many pairs a database and its sessions see. */
    private static final int FRESH = 100;

    /** Pays no connection: the dialect is told what it would be asked of the server. */
    private final Map<String, String> withoutConnection;

    private final BlockingQueue<Trial> idle = new LinkedBlockingQueue<>();
    private final ExecutorService workers;
    private final int size;
    private int tried;

    Trials() {
        size = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
        workers = Executors.newFixedThreadPool(size);
        renew();
        withoutConnection = Map.of(
                "hibernate.boot.allow_jdbc_metadata_access",
                "false",
                "hibernate.connection.provider_class",
                UserSuppliedConnectionProviderImpl.class.getName(),
                "jakarta.persistence.database-product-name",
                "PostgreSQL",
                "jakarta.persistence.database-major-version",
                idle.element().majorVersion());
    }

    /** How many pairs it takes to keep all processors busy. */
    int size() {
        return size;
    }

    List<Verdict> of(List<Mapping> mappings) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < mappings.size(); i++) {
            texts.put(i + "b", mappings.get(i).text(Side.BEFORE));
            texts.put(i + "a", mappings.get(i).text(Side.AFTER));
        }
        Map<String, EntityModel> models = EntityModel.of(texts);
        List<Future<Verdict>> running = new ArrayList<>();
        for (int i = 0; i < mappings.size(); i++) {
            Map<String, String> settings = new LinkedHashMap<>(withoutConnection);
            settings.putAll(mappings.get(i).settings());
            EntityModel before = Objects.requireNonNull(models.get(i + "b")).withSettings(settings);
            EntityModel after = Objects.requireNonNull(models.get(i + "a")).withSettings(settings);
            running.add(workers.submit(() -> tried(before, after)));
        }
        List<Verdict> verdicts = running.stream().map(Trials::result).toList();
        tried += verdicts.size();
        if (tried >= FRESH) {
            renew();
        }
        return verdicts;
    }

    /** A session remembers each table that it ever saw, and gets slower by it. */
    private void renew() {
        tried = 0;
        idle.forEach(Trial::close);
        idle.clear();
        for (int i = 0; i < size; i++) {
            idle.add(new Trial());
        }
    }

    private Verdict tried(EntityModel before, EntityModel after) throws InterruptedException {
        Trial trial = idle.take();
        try {
            return trial.of(before, after);
        } finally {
            idle.add(trial);
        }
    }

    private static Verdict result(Future<Verdict> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdown();
        idle.forEach(Trial::close);
    }
}
