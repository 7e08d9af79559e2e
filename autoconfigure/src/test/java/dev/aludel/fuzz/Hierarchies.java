package dev.aludel.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Who extends whom on one side of a pair, by the numbers of the slots. */
record Hierarchies(Map<Integer, Head> heads) {

    Optional<Integer> parent(int number) {
        int parent = head(number).parent() - 1;
        return parent >= 0 && parent < number && heads.containsKey(parent) ? Optional.of(parent) : Optional.empty();
    }

    int root(int number) {
        return parent(number).map(this::root).orElse(number);
    }

    boolean hasChildren(int number) {
        return heads.keySet().stream().anyMatch(child -> parent(child).equals(Optional.of(number)));
    }

    Head head(int number) {
        return Objects.requireNonNull(heads.get(number));
    }

    /** Of the hierarchy's root, if it is one. */
    Optional<Strategy> strategy(int number) {
        int root = root(number);
        return hasChildren(root) ? Optional.of(head(root).strategy()) : Optional.empty();
    }

    /** The entity whose key is that of the hierarchy too: one before it, so that there is an end. */
    Optional<Integer> keyOwner(int number) {
        int root = root(number);
        return head(root).has(Trait.MAPS_ID)
                ? heads.keySet().stream()
                        .filter(other -> other < root && !key(other).composite())
                        .reduce((first, last) -> last)
                : Optional.empty();
    }

    Key key(int number) {
        Key key = keyOwner(number)
                .map(this::key)
                .orElseGet(() -> head(root(number)).key());
        return strategy(number).equals(Optional.of(Strategy.TABLE_PER_CLASS)) ? key.acrossTables() : key;
    }

    Place.Target target(int number) {
        return new Place.Target(Mapping.name(number), key(number).composite(), keyColumn(number));
    }

    String keyColumn(int number) {
        return keyOwner(number).isPresent() ? "owner_id" : key(number).column();
    }

    /** The declaration of the key. */
    String keyMembers(int number) {
        return keyOwner(number)
                .map(owner -> "@Id %s id; @MapsId @OneToOne @JoinColumn(name = \"owner_id\") %s owner;"
                        .formatted(key(owner).javaType(), Mapping.name(owner)))
                .orElseGet(() -> key(number).members(Mapping.name(number)));
    }

    List<Place.Target> targets() {
        return heads.keySet().stream().map(this::target).toList();
    }
}
