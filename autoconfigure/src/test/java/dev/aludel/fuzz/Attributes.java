package dev.aludel.fuzz;

import dev.aludel.fuzz.Attribute.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Attributes of every kind. */
final class Attributes {

    private Attributes() {}

    static Arbitrary<Varying<Attribute>> varying() {
        Arbitrary<Varying<Attribute>> basics = BasicAttribute.varying().map(Attributes::widened);
        return Arbitraries.frequencyOf(
                Tuple.of(8, basics),
                Tuple.of(2, Varying.of(enums())),
                Tuple.of(1, renamed()),
                Tuple.of(3, Varying.of(References.toOne())),
                Tuple.of(2, Varying.of(References.toMany())),
                Tuple.of(1, Varying.of(References.toAny())),
                Tuple.of(2, Varying.of(collections())),
                Tuple.of(2, Varying.of(embedded())),
                Tuple.of(1, Varying.of(generated())),
                Tuple.of(1, Varying.of(any())));
    }

    private static Varying<Attribute> widened(Varying<BasicAttribute> varying) {
        return new Varying<>(
                varying.before().map(value -> value), varying.after().map(value -> value));
    }

    /** Of every kind, where one becomes the other. */
    private static Arbitrary<Attribute> any() {
        return Arbitraries.oneOf(
                BasicAttribute.arbitrary().map(value -> value),
                enums(),
                References.toOne(),
                References.toMany(),
                References.toAny(),
                collections(),
                embedded());
    }

    /** With another name after. */
    private static Arbitrary<Varying<Attribute>> renamed() {
        return Arbitraries.frequencyOf(
                        Tuple.of(2, BasicAttribute.arbitrary().<Attribute>map(value -> value)),
                        Tuple.of(1, References.toOne()),
                        Tuple.of(1, enums()))
                .map(attribute -> Varying.altered(attribute, new RenamedAttribute(attribute)));
    }

    /** An enum of its own for each attribute. */
    static Arbitrary<Attribute> enums() {
        Arbitrary<String> storages = Arbitraries.of(
                "@Enumerated(EnumType.STRING)",
                "",
                "@Enumerated(EnumType.STRING) @Column(length = 9)",
                "@Enumerated(EnumType.STRING) @Column(nullable = false)",
                "@Column(nullable = false)",
                "@JdbcTypeCode(SqlTypes.NAMED_ENUM)",
                "@JdbcTypeCode(SqlTypes.NAMED_ENUM) @ColumnDefault(\"'<first>'\")",
                "@JdbcTypeCode(SqlTypes.NAMED_ENUM) @Column(nullable = false, unique = true)");
        Arbitrary<String> values = Arbitraries.of("A", "A, B", "B, A", "A, B, C", "C, B", "A, b_1, GRÖSSE");
        return Combinators.combine(storages, values).as((storage, list) -> place -> {
            String type = place.className("Kind");
            String options = storage.replace("<first>", list.split(", ", 2)[0]);
            return Member.of(options + " " + type + " " + place.name() + ";", "enum " + type + " { " + list + " }")
                    .withColumn(place.name());
        });
    }

    private static Arbitrary<List<BasicAttribute>> parts() {
        return BasicAttribute.arbitrary().list().ofMinSize(1).ofMaxSize(3);
    }

    static Arbitrary<Attribute> embedded() {
        Arbitrary<Attribute> flat = parts().map(basics -> place -> Member.of(
                "@Embedded " + place.className("Part") + " " + place.name() + ";", embeddable(place, basics)));
        Arbitrary<String> storages = Arbitraries.of(
                "@JdbcTypeCode(SqlTypes.JSON) %s",
                "@Struct(name = \"struct_{}\") %s",
                "@Struct(name = \"struct_{}\") @Column(nullable = false) %s",
                "@Struct(name = \"struct_{}\") List<%s>");
        Arbitrary<Attribute> whole = Combinators.combine(
                        BasicType.plain().list().ofMinSize(1).ofMaxSize(3), storages)
                .as((types, storage) -> place -> {
                    List<BasicAttribute> basics = types.stream()
                            .map(type -> new BasicAttribute(type, Set.of()))
                            .toList();
                    return Member.of(
                            place.named(place.whole() ? storage : "@Embedded %s")
                                            .formatted(place.className("Part")) + " " + place.name() + ";",
                            embeddable(place, basics));
                });
        return Arbitraries.frequencyOf(Tuple.of(1, flat), Tuple.of(1, whole));
    }

    private static String embeddable(Place place, List<BasicAttribute> basics) {
        List<String> lines = new ArrayList<>();
        for (BasicAttribute basic : basics) {
            lines.add("    " + basic.in(place.within(lines.size())).declaration() + "\n");
        }
        return "@Embeddable class " + place.className("Part") + " {\n" + String.join("", lines) + "}";
    }

    static Arbitrary<Attribute> collections() {
        Arbitrary<String> tables = Arbitraries.of(
                "",
                "@CollectionTable(name = \"{}_values\") ",
                "@CollectionTable(name = \"{}_values\", foreignKey = @ForeignKey(name = \"named_fk_{}\")) ",
                "@CollectionTable(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) ",
                "@OnDelete(action = OnDeleteAction.CASCADE) ");
        Arbitrary<String> shapes = Arbitraries.of(
                "Set<String>",
                "List<String>",
                "@OrderColumn List<String>",
                "@OrderColumn(name = \"position\", nullable = false) List<Integer>",
                "Map<String, Integer>",
                "@MapKeyColumn(name = \"key_of_it\", length = 9) Map<String, BigDecimal>",
                "@Column(name = \"value_of_it\", nullable = false, length = 5) Set<String>",
                "@Enumerated(EnumType.STRING) Set<Month>",
                "@MapKeyEnumerated(EnumType.STRING) Map<Month, String>",
                "Map<Month, String>",
                "@SoftDelete Set<String>");
        Arbitrary<Attribute> ofBasics = Combinators.combine(tables, shapes)
                .as((table, shape) -> place ->
                        Member.of("@ElementCollection " + place.named(table) + shape + " " + place.name() + ";"));
        Arbitrary<Attribute> ofEmbeddables = Combinators.combine(
                        parts(), Arbitraries.of("Set", "List", "@OrderColumn List"))
                .as((basics, shape) -> place -> Member.of(
                        "@ElementCollection " + shape + "<" + place.className("Part") + "> " + place.name() + ";",
                        embeddable(place, basics)));
        return Arbitraries.frequencyOf(Tuple.of(3, ofBasics), Tuple.of(1, ofEmbeddables));
    }

    /** Computed by the database from numbers of the same table. */
    private static Arbitrary<Attribute> generated() {
        return Arbitraries.of("%s * 2", "coalesce(%s, 0)", "%s + 1").map(expression -> place -> {
            Optional<String> sibling = place.siblings().stream().findFirst();
            return Member.of(sibling.map(column -> "@GeneratedColumn(\"" + expression.formatted(column) + "\") Double ")
                            .orElse("Double ")
                    + place.name() + ";");
        });
    }
}
