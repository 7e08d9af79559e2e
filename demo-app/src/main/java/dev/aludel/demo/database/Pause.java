package dev.aludel.demo.database;

/** Between two looks at a server that is on its way up or down, and tells nobody when it is there. */
final class Pause {

    private static final long MILLISECONDS = 50;

    private Pause() {}

    static void briefly() {
        try {
            Thread.sleep(MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseException("Interrupted while waiting for PostgreSQL", e);
        }
    }
}
