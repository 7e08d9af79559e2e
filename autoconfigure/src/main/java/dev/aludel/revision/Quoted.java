package dev.aludel.revision;

import java.util.Collection;
import java.util.stream.Collectors;

/** Ids as messages name them. */
final class Quoted {

    /** More than these would make a message that nobody reads. */
    private static final int MOST = 10;

    private Quoted() {}

    /** {@code 'a', 'b' and 3 more}. */
    static String all(Collection<String> ids) {
        return joined(ids, ", ");
    }

    /** The same with their files. */
    static String named(Collection<Named> revisions) {
        String named = revisions.stream().limit(MOST).map(Named::toString).collect(Collectors.joining(", "));
        return revisions.size() <= MOST ? named : named + " and " + (revisions.size() - MOST) + " more";
    }

    /** {@code 'a' or 'b'}. */
    static String any(Collection<String> ids) {
        return joined(ids, " or ");
    }

    private static String joined(Collection<String> ids, String separator) {
        String named = ids.stream().limit(MOST).map(id -> "'" + id + "'").collect(Collectors.joining(separator));
        return ids.size() <= MOST ? named : named + " and " + (ids.size() - MOST) + " more";
    }
}
