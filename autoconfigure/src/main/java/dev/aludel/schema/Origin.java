package dev.aludel.schema;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An entity or attribute that a piece of the schema comes from.
 *
 * @param path an entity's name, and the attribute's path in it: {@code User}, {@code User.email}, {@code User.address.city}
 * @param role what of it is meant, where that is not the value itself: {@code joined to Animal}, {@code element}; empty for the
 *     value itself
 */
public record Origin(String path, String role) {

    /** The role of a column that tells an entity's subclasses apart. */
    public static final String DISCRIMINATOR = "discriminator";

    private static final int SHOWN = 3;

    public static Origin of(String path) {
        return new Origin(path, "");
    }

    /**
     * Several in one line. Of one attribute's roles together the attribute says enough, and of many some are shown:
     * {@code Author.id, Book.id, Order.id and 40 more}.
     */
    public static String list(Collection<Origin> origins) {
        Map<String, Set<Origin>> byPath = origins.stream()
                .collect(groupingBy(Origin::path, LinkedHashMap::new, toCollection(LinkedHashSet::new)));
        List<String> texts = new ArrayList<>();
        byPath.forEach((path, roles) ->
                texts.add(roles.size() == 1 ? roles.iterator().next().toString() : path));
        return texts.size() <= SHOWN + 1
                ? String.join(", ", texts)
                : String.join(", ", texts.subList(0, SHOWN)) + " and " + (texts.size() - SHOWN) + " more";
    }

    /** As people read it: {@code User.roles (element)}. */
    @Override
    public String toString() {
        return role.isEmpty() ? path : path + " (" + role + ")";
    }
}
