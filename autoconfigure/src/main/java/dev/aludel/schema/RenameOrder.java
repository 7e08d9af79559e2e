package dev.aludel.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The order in which renames can be done one by one, where all are meant at once: {@code b} makes room before {@code a} takes its
 * name, and of two that change places one goes aside for a while.
 */
public final class RenameOrder {

    /** The name of what is aside; never more than one at a time. */
    public static final String ASIDE = "aludel_renamed";

    private RenameOrder() {}

    /**
     * One rename.
     *
     * @param origin the name before all of them, where this is the second rename of what went aside
     */
    public record Step<N>(N before, N after, N origin) {}

    /**
     * Puts renames in order.
     *
     * @param aside the name, in place of the given one, of what waits
     */
    public static <N extends Comparable<N>> List<Step<N>> of(Map<N, N> renames, UnaryOperator<N> aside) {
        List<Step<N>> steps = new ArrayList<>();
        Map<N, N> origins = new HashMap<>();
        TreeMap<N, N> open = new TreeMap<>(renames);
        open.entrySet().removeIf(rename -> rename.getKey().equals(rename.getValue()));
        while (!open.isEmpty()) {
            Optional<Map.Entry<N, N>> free = open.entrySet().stream()
                    .filter(rename -> !open.containsKey(rename.getValue()))
                    .findFirst();
            Map.Entry<N, N> rename = free.map(Map.Entry::copyOf).orElseGet(open::firstEntry);
            N before = rename.getKey();
            N now = free.isPresent() ? rename.getValue() : aside.apply(before);
            N origin = origins.getOrDefault(before, before);
            open.remove(before);
            steps.add(new Step<>(before, now, origin));
            if (free.isEmpty()) {
                open.put(now, rename.getValue());
                origins.put(now, origin);
            }
        }
        return List.copyOf(steps);
    }
}
