package dev.aludel.autoconfigure;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** The work of an application's start, a part for each unit. */
final class Starts implements Supplier<List<Start>> {

    private final Supplier<List<Start>> starts;

    Starts(ApplicationUnits units) {
        this.starts = SingletonSupplier.of(
                () -> units.migrated().stream().map(MigratedUnit::start).toList());
    }

    @Override
    public List<Start> get() {
        return starts.get();
    }
}
