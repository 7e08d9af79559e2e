package dev.aludel.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which view reads which, by the names in their queries. It may say yes too often, never too seldom: the worst is another order,
 * or a view that is made again.
 */
public final class ViewOrder {

    private final List<View> views;
    private final Map<ObjectName, Set<String>> words = new HashMap<>();

    /** Of these views. */
    public ViewOrder(List<View> views) {
        this.views = views.stream().sorted(Comparator.comparing(View::name)).toList();
        views.forEach(view -> words.put(view.name(), words(view.query().declared())));
    }

    /** By name, but each after those that it reads. */
    public List<View> ordered() {
        Set<View> ordered = new LinkedHashSet<>();
        views.forEach(view -> visit(view, new LinkedHashSet<>(), ordered));
        return List.copyOf(ordered);
    }

    /** The views that one of these reads, in order. */
    public List<View> readBy(View view) {
        return views.stream().filter(other -> reads(view, other.name())).toList();
    }

    /** Whether the view's query has the name. */
    public boolean reads(View view, ObjectName name) {
        return !view.name().equals(name)
                && words.getOrDefault(view.name(), Set.of())
                        .contains(name.name().toLowerCase(Locale.ROOT));
    }

    private void visit(View view, Set<View> path, Set<View> ordered) {
        if (ordered.contains(view) || !path.add(view)) {
            return;
        }
        readBy(view).forEach(other -> visit(other, path, ordered));
        ordered.add(view);
    }

    /** The words of a text, also what stands within quotes as one. */
    private static Set<String> words(String text) {
        List<String> words =
                new ArrayList<>(List.of(text.toLowerCase(Locale.ROOT).split("\"")));
        words.addAll(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_$]+")));
        return Set.copyOf(new LinkedHashSet<>(words));
    }
}
