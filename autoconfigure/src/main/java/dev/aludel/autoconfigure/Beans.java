package dev.aludel.autoconfigure;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names of beans, as a message lists them. */
final class Beans {

    private Beans() {}

    static String quoted(Collection<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }
}
