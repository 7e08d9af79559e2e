package dev.aludel.autoconfigure;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.postgresql.PostgresDialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** The databases that Aludel migrates. */
final class Dialects {

    /** The first is the one that is meant where nothing tells which. */
    private static final List<Dialect> KNOWN = List.of(new PostgresDialect());

    private Dialects() {}

    static List<Dialect> known() {
        return KNOWN;
    }

    /** Returns the dialect of the database that a JDBC URL leads to. */
    static Optional<Dialect> of(String url) {
        return KNOWN.stream().filter(dialect -> dialect.urls().lead(url)).findFirst();
    }

    /** Returns the dialect of a database by the name that its driver tells. */
    static Optional<Dialect> named(String product) {
        return KNOWN.stream().filter(dialect -> dialect.name().equals(product)).findFirst();
    }

    /** Returns the only dialect whose driver is on the class path; empty where there are several. */
    static Optional<Dialect> onlyOneWithDriver() {
        List<Dialect> possible = KNOWN.stream()
                .filter(dialect -> ClassUtils.isPresent(dialect.urls().driverClass(), Dialects.class.getClassLoader()))
                .toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    /** Returns the dialect that is meant where nothing tells which. */
    static Dialect usual() {
        return KNOWN.get(0);
    }

    /** Returns what the driver is told of a connection that belongs to no pool; nothing where the URL leads to no known database. */
    static Map<String, String> driverProperties(@Nullable String url) {
        return Optional.ofNullable(url)
                .flatMap(Dialects::of)
                .map(dialect -> dialect.sessions().driverProperties())
                .orElse(Map.of());
    }

    /** Returns the names of the databases, for a message. */
    static String names() {
        return KNOWN.stream().map(Dialect::name).collect(Collectors.joining(" and "));
    }
}
