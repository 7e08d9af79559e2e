package dev.aludel.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A pair of entity models with all that they have in common, to be read from either side. */
record Mapping(List<Slot> slots, Map<String, String> settings) {

    private static final List<String> NAMES = List.of("Alpha", "BetaThing", "Gamma2Line", "DELTA", "Épsilon", "Order");

    static Arbitrary<Mapping> arbitrary() {
        Arbitrary<Map<String, String>> settings = Arbitraries.frequency(
                Tuple.of(12, Map.of()),
                Tuple.of(
                        1,
                        Map.of(
                                "hibernate.physical_naming_strategy",
                                "org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl")),
                Tuple.of(
                        1,
                        Map.of(
                                "hibernate.implicit_naming_strategy",
                                "org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl")),
                Tuple.of(
                        1,
                        Map.of(
                                "hibernate.globally_quoted_identifiers",
                                "true",
                                "hibernate.globally_quoted_identifiers_skip_column_definitions",
                                "true")),
                Tuple.of(1, Map.of("hibernate.auto_quote_keyword", "true")),
                Tuple.of(1, Map.of("hibernate.default_schema", "shop")));
        return Combinators.combine(Slot.arbitrary().list().ofMinSize(1).ofMaxSize(NAMES.size()), settings)
                .as(Mapping::new);
    }

    /** The entities of one side. */
    String text(Side side) {
        Map<Integer, Head> heads = new LinkedHashMap<>();
        for (int number = 0; number < slots.size(); number++) {
            Optional<Head> head = slots.get(number).head().on(side);
            if (head.isPresent()) {
                heads.put(number, head.get());
            }
        }
        Hierarchies hierarchies = new Hierarchies(heads);
        List<String> texts = new ArrayList<>();
        heads.keySet()
                .forEach(number -> texts.add(new EntityText(number, slots.get(number), side, hierarchies).text()));
        return String.join("\n", texts);
    }

    static String name(int slot) {
        return NAMES.get(slot);
    }

    static int number(String name) {
        return NAMES.indexOf(name);
    }

    /** The text of a scenario's file that asserts the laws on this pair. */
    String scenario(String title) {
        StringBuilder text = new StringBuilder(title).append("\n\n");
        if (!settings.isEmpty()) {
            text.append("-- settings\n")
                    .append(settings.entrySet().stream()
                            .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
                            .collect(Collectors.joining()))
                    .append('\n');
        }
        return text.append("-- before\n")
                .append(text(Side.BEFORE))
                .append("\n-- after\n")
                .append(text(Side.AFTER))
                .toString();
    }
}
