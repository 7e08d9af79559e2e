package dev.aludel.fuzz;

import dev.aludel.fuzz.Attribute.Member;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Attributes that refer to entities. */
final class References {

    /** What only suits a reference of one column is left out where the key has several. */
    private static final Arbitrary<String> JOIN_COLUMNS = Arbitraries.of(
            "",
            "@JoinColumn(name = \"ref_{}\")",
            "@JoinColumn(nullable = false)",
            "@JoinColumn(unique = true)",
            "@JoinColumn(name = \"`Ref {}`\")",
            "@JoinColumn(foreignKey = @ForeignKey(name = \"named_fk_{}\"))",
            "@JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))",
            "@JoinColumn(name = \"{}_" + "long_".repeat(14) + "\")");

    private static final Arbitrary<String> ACTIONS = Arbitraries.of(
            "",
            "",
            "@OnDelete(action = OnDeleteAction.CASCADE)",
            "@OnDelete(action = OnDeleteAction.SET_NULL)",
            "@OnDelete(action = OnDeleteAction.RESTRICT)");

    private References() {}

    static Arbitrary<Attribute> toOne() {
        Arbitrary<String> kinds = Arbitraries.of(
                "@ManyToOne",
                "@ManyToOne(optional = false)",
                "@OneToOne",
                "@OneToOne(optional = false)",
                "@ManyToOne @NotNull");
        return Combinators.combine(kinds, JOIN_COLUMNS, ACTIONS, targets())
                .as((kind, column, action, target) -> place -> {
                    Place.Target other = place.target(target);
                    String join = other.compositeKey() ? "" : place.named(column);
                    Member member = Member.of(words(kind, join, action, other.name(), place.name()));
                    return other.compositeKey() || join.contains("name = \"")
                            ? member
                            : member.withColumn(place.name() + "_" + other.keyColumn());
                });
    }

    static Arbitrary<Attribute> toMany() {
        Arbitrary<String> kinds = Arbitraries.of(
                "@ManyToMany Set<%s>",
                "@ManyToMany List<%s>",
                "@ManyToMany @OrderColumn List<%s>",
                "@ManyToMany @MapKeyColumn(name = \"key_of_it\") Map<String, %s>",
                "@ManyToMany @SoftDelete Set<%s>");
        Arbitrary<String> tables = Arbitraries.of(
                "",
                "@JoinTable(name = \"{}_links\") ",
                "@JoinTable(name = \"{}_links\", foreignKey = @ForeignKey(name = \"named_fk_{}\")) ",
                "@JoinTable(inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) ",
                "@OnDelete(action = OnDeleteAction.CASCADE) ");
        Arbitrary<Attribute> linked = Combinators.combine(kinds, tables, targets())
                .as((kind, table, target) -> place -> Member.of(
                        place.named(table) + kind.formatted(place.target(target).name()) + " " + place.name() + ";"));
        Arbitrary<Attribute> owned = Combinators.combine(
                        Arbitraries.of(
                                "", "@JoinColumn", "@JoinColumn(name = \"owner_{}\")", "@JoinColumn(nullable = false)"),
                        Arbitraries.of("Set", "List", "@OrderColumn List", "@OrderColumn(name = \"position\") List"),
                        targets())
                .as((column, shape, target) ->
                        place -> Member.of("@OneToMany " + (place.owner().compositeKey() ? "" : place.named(column))
                                + " " + shape + "<" + place.target(target).name() + "> " + place.name() + ";"));
        return Arbitraries.oneOf(linked, owned);
    }

    /** To one of two entities, which a column tells. */
    static Arbitrary<Attribute> toAny() {
        Arbitrary<String> kinds = Arbitraries.of(
                "@AnyDiscriminator(DiscriminatorType.STRING) @Column(name = \"{}_kind\", length = 5)",
                "@AnyDiscriminator(DiscriminatorType.INTEGER) @Column(name = \"{}_kind\")",
                "@Column(name = \"{}_kind\", nullable = false)");
        return Combinators.combine(kinds, Arbitraries.of("Long", "Integer"), targets(), targets())
                .as((kind, key, one, other) -> place -> {
                    String values = IntStream.of(one, other)
                            .mapToObj(number -> place.target(number).name())
                            .distinct()
                            .map(target -> "@AnyDiscriminatorValue(discriminator = \"%d\", entity = %s.class)"
                                    .formatted(Mapping.number(target), target))
                            .collect(Collectors.joining(" "));
                    return Member.of(
                            place.named("@Any(fetch = FetchType.LAZY) " + kind + " " + values + " @AnyKeyJavaClass("
                                    + key + ".class) @JoinColumn(name = \"{}_ref\") Object " + place.name() + ";"));
                });
    }

    private static Arbitrary<Integer> targets() {
        return Arbitraries.integers().between(0, 5);
    }

    private static String words(String... words) {
        return String.join(" ", words).replaceAll(" +", " ").strip() + ";";
    }
}
