package dev.aludel.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that migrates {@link TwelveRevisions}, and stops at a boundary until it is killed. It says {@code reached} there, and
 * {@code done} at its end.
 */
final class MigratingProcess {

    private MigratingProcess() {}

    /** @param args the URL, {@code upgrade} or {@code downgrade}, and the number of the boundary */
    public static void main(String[] args) {
        int boundary = Integer.parseInt(args[2]);
        AtomicInteger count = new AtomicInteger();
        MigrationRunner runner = TwelveRevisions.runner(() -> DriverManager.getConnection(args[0]), place -> {
            if (count.incrementAndGet() == boundary) {
                System.out.println("reached");
                waitToBeKilled();
            }
        });
        if (args[1].equals("upgrade")) {
            TwelveRevisions.upgrade(runner);
        } else {
            TwelveRevisions.downgrade(runner);
        }
        System.out.println("done");
    }

    private static void waitToBeKilled() {
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
