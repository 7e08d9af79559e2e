package dev.aludel.fuzz;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * An entity without its attributes.
 *
 * @param parent 0 for none, else the number of an entity before this one
 * @param table attributes of {@code @Table} that name it, with {@code {}} for the entity's name
 */
record Head(Key key, int parent, Strategy strategy, String table, Set<Trait> traits) {

    static Arbitrary<Head> arbitrary() {
        Arbitrary<String> tables = Arbitraries.of(
                "",
                "",
                "",
                "name = \"{}_table\"",
                "name = \"{}_table\"",
                "name = \"{}_table\"",
                "name = \"`{} Table`\"",
                "name = \"{}\", schema = \"other\"",
                "name = \"\\\"order of {}\\\"\", schema = \"Third\"",
                "name = \"große_{}\"",
                "name = \"{}_" + "long_".repeat(7) + "\"");
        return Combinators.combine(
                        Arbitraries.of(Key.class),
                        Arbitraries.of(0, 0, 0, 1, 2, 3),
                        Arbitraries.of(Strategy.class),
                        tables,
                        Arbitraries.subsetOf(Trait.values()).ofMaxSize(2))
                .as(Head::new);
    }

    /** Mostly in a single respect. */
    static Arbitrary<Varying<Head>> altered() {
        return Combinators.combine(
                        arbitrary(), arbitrary(), Arbitraries.integers().between(0, 5))
                .as((before, other, respect) -> Varying.altered(before, before.with(other, respect)));
    }

    private Head with(Head other, int respect) {
        return switch (respect) {
            case 0 -> new Head(other.key, parent, strategy, table, traits);
            case 1 -> new Head(key, other.parent, strategy, table, traits);
            case 2 -> new Head(key, parent, other.strategy, table, traits);
            case 3 -> new Head(key, parent, strategy, other.table, traits);
            case 4 -> new Head(key, parent, strategy, table, other.traits);
            default -> other;
        };
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
