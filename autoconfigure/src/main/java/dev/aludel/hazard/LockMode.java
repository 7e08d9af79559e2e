package dev.aludel.hazard;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The locks of tables as PostgreSQL has them, from weak to strong (PostgreSQL manual, 13.3.1). */
public enum LockMode {
    ACCESS_SHARE,
    ROW_SHARE,
    ROW_EXCLUSIVE,
    SHARE_UPDATE_EXCLUSIVE,
    SHARE,
    SHARE_ROW_EXCLUSIVE,
    EXCLUSIVE,
    ACCESS_EXCLUSIVE;

    /** The mode that {@code pg_locks} calls so, such as {@code AccessExclusiveLock}. */
    public static Optional<LockMode> of(String name) {
        return Stream.of(values())
                .filter(mode -> (mode.name().replace("_", "") + "LOCK").equalsIgnoreCase(name))
                .findFirst();
    }

    public boolean blocksWriters() {
        return compareTo(SHARE) >= 0;
    }

    public boolean blocksReaders() {
        return this == ACCESS_EXCLUSIVE;
    }

    /** As SQL writes it: {@code access exclusive}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
