package dev.aludel.revision;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A revision as messages name it.
 *
 * @param location its file; empty where none is known
 */
record Named(String id, String location) {

    static List<String> ids(Collection<Named> named) {
        return named.stream().map(Named::id).toList();
    }

    /** {@code  (db/revisions/a.sql, db/revisions/b.sql)}; empty where no file is known. */
    static String locations(Collection<Named> named) {
        String known = named.stream()
                .map(Named::location)
                .filter(location -> !location.isEmpty())
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "" : " (" + known + ")";
    }

    String where() {
        return locations(List.of(this));
    }

    /** {@code 'a' (db/revisions/a.sql)}. */
    @Override
    public String toString() {
        return "'" + id + "'" + where();
    }
}
