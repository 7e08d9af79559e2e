package dev.aludel.fuzz;

import dev.aludel.fuzz.BasicType.Family;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** An attribute with a column of its own: {@code @Column(length = 40) @ColumnDefault("'x'") String a0;}. */
record BasicAttribute(BasicType type, Set<ColumnOption> options) implements Attribute {

    static Arbitrary<BasicAttribute> arbitrary() {
        return Combinators.combine(types(), someOptions()).as(BasicAttribute::new);
    }

    /** Mostly another type with the same options, or other options with the same type. */
    static Arbitrary<Varying<BasicAttribute>> varying() {
        Arbitrary<Varying<BasicAttribute>> retyped = Combinators.combine(types(), types(), someOptions())
                .as((before, after, options) ->
                        Varying.altered(new BasicAttribute(before, options), new BasicAttribute(after, options)));
        Arbitrary<Varying<BasicAttribute>> reworded = Combinators.combine(types(), someOptions(), someOptions())
                .as((type, before, after) ->
                        Varying.altered(new BasicAttribute(type, before), new BasicAttribute(type, after)));
        return Varying.of(arbitrary(), Arbitraries.oneOf(retyped, reworded));
    }

    private static Arbitrary<BasicType> types() {
        return Arbitraries.of(BasicType.all());
    }

    private static Arbitrary<Set<ColumnOption>> someOptions() {
        return Arbitraries.subsetOf(ColumnOption.values()).ofMaxSize(3).map(BasicAttribute::sorted);
    }

    private static Set<ColumnOption> sorted(Set<ColumnOption> options) {
        return options.isEmpty() ? Set.of() : EnumSet.copyOf(options);
    }

    @Override
    public Member in(Place place) {
        String name = place.name();
        boolean defined = definition().isPresent();
        boolean secondary =
                has(ColumnOption.SECONDARY_TABLE) && !place.secondaryTable().isEmpty();
        List<String> parts = new ArrayList<>();
        explicitName(name).ifPresent(explicit -> parts.add("name = \"" + explicit + "\""));
        definition().ifPresent(definition -> parts.add("columnDefinition = \"" + definition + "\""));
        parts.addAll(flags());
        if (secondary) {
            parts.add("table = \"" + place.secondaryTable() + "\"");
        }
        List<String> words = new ArrayList<>(annotations(place, defined));
        if (!parts.isEmpty()) {
            words.add("@Column(" + String.join(", ", parts) + ")");
        }
        words.add(type.java());
        Optional<String> sql = secondary ? Optional.empty() : sqlName(name);
        return new Member(
                String.join(" ", words) + " " + name + ";",
                secondary ? Optional.empty() : Optional.of(explicitName(name).orElse(name)),
                sql.filter(column -> type.family() == Family.NUMBER && !defined),
                sql.filter(column -> type.family() == Family.TEXT && !defined),
                List.of());
    }

    private boolean has(ColumnOption option) {
        return options.contains(option);
    }

    private Optional<String> definition() {
        List<String> definitions = type.definitions();
        if (definitions.isEmpty() || !(has(ColumnOption.DEFINITION) || has(ColumnOption.OTHER_DEFINITION))) {
            return Optional.empty();
        }
        return Optional.of(definitions.get(
                has(ColumnOption.DEFINITION)
                        ? 0
                        : options.size() + 1 < definitions.size() ? options.size() + 1 : definitions.size() - 1));
    }

    private Optional<String> explicitName(String name) {
        if (has(ColumnOption.QUOTED_NAME)) {
            return Optional.of("`" + name + " of \\\\it's`");
        }
        if (has(ColumnOption.MIXED_CASE_NAME)) {
            return Optional.of("\\\"Mixed" + name + "\\\"");
        }
        if (has(ColumnOption.RESERVED_NAME)) {
            return Optional.of("`" + Reserved.word(name) + "`");
        }
        if (has(ColumnOption.NON_ASCII_NAME)) {
            return Optional.of("größe_" + name);
        }
        if (has(ColumnOption.LONG_NAME)) {
            return Optional.of(name + "_" + "long_".repeat(14));
        }
        return has(ColumnOption.PLAIN_NAME) ? Optional.of("col_" + name) : Optional.empty();
    }

    /** Where it is the same for every naming strategy. */
    private Optional<String> sqlName(String name) {
        String column = explicitName(name).orElse(name);
        return column.matches("[a-z][a-z0-9_]{0,40}") ? Optional.of(column) : Optional.empty();
    }

    private List<String> flags() {
        List<String> parts = new ArrayList<>();
        if (has(ColumnOption.NOT_NULL)) {
            parts.add("nullable = false");
        }
        if (has(ColumnOption.UNIQUE)) {
            parts.add("unique = true");
        }
        if (type.family() == Family.TEXT && (has(ColumnOption.SHORT) || has(ColumnOption.LONG))) {
            parts.add(has(ColumnOption.SHORT) ? "length = 8" : "length = 700");
        }
        if (type.family() == Family.DECIMAL && has(ColumnOption.PRECISION)) {
            parts.add("precision = 12");
        }
        if (type.family() == Family.DECIMAL && has(ColumnOption.SCALE)) {
            parts.add("scale = 5");
        }
        if (type.family() == Family.TIME && (has(ColumnOption.SECONDS) || has(ColumnOption.MILLISECONDS))) {
            parts.add("secondPrecision = " + (has(ColumnOption.SECONDS) ? 0 : 3));
        }
        return parts;
    }

    private List<String> annotations(Place place, boolean defined) {
        List<String> words = new ArrayList<>();
        if (has(ColumnOption.VALIDATED_NOT_NULL)) {
            words.add("@NotNull");
        }
        if (has(ColumnOption.VALIDATED_SIZE)) {
            validated().ifPresent(words::add);
        }
        if (!defined && !type.defaults().isEmpty()) {
            if (has(ColumnOption.DEFAULT)) {
                words.add("@ColumnDefault(\"" + type.defaults().get(0) + "\")");
            } else if (has(ColumnOption.OTHER_DEFAULT)) {
                words.add("@ColumnDefault(\""
                        + type.defaults()
                                .get(type.defaults().size()
                                        - 1
                                        - options.size() % type.defaults().size()) + "\")");
            }
        }
        if (has(ColumnOption.COMMENT) || has(ColumnOption.OTHER_COMMENT)) {
            words.add(has(ColumnOption.COMMENT) ? "@Comment(\"said \\\"so\\\"\")" : "@Comment(\"größer; -- than\")");
        }
        if (type.family() == Family.TEXT && !defined && has(ColumnOption.COLLATION)) {
            words.add("@Collate(\"C\")");
        }
        if (place.root() && has(ColumnOption.NATURAL_ID)) {
            words.add("@NaturalId");
        }
        sqlName(place.name())
                .flatMap(column -> check(place.name(), column, defined))
                .ifPresent(words::add);
        return words;
    }

    /** One bound only: Hibernate joins several in the order of a set, which is another each time. */
    private Optional<String> validated() {
        return switch (type.family()) {
            case TEXT -> Optional.of("@Size(max = 33)");
            case NUMBER -> Optional.of("@Max(99)");
            case DECIMAL -> Optional.of("@Digits(integer = 5, fraction = 3)");
            case TIME, OTHER -> Optional.empty();
        };
    }

    private Optional<String> check(String name, String column, boolean defined) {
        if (defined || !(has(ColumnOption.CHECK) || has(ColumnOption.OTHER_CHECK) || has(ColumnOption.NAMED_CHECK))) {
            return Optional.empty();
        }
        boolean other = has(ColumnOption.OTHER_CHECK);
        String condition = switch (type.family()) {
            case TEXT -> other ? "%1$s in ('x', 'y', 'it''s')" : "length(%1$s) > 2 and %1$s <> ''";
            case NUMBER, DECIMAL -> other ? "%1$s between 1 and 9 or %1$s = 77" : "%1$s >= 0";
            case TIME, OTHER -> other ? "(%1$s is not null) or 1 = 1" : "%1$s is not null";
        };
        String named = has(ColumnOption.NAMED_CHECK) ? "name = \"named_" + name + "\", " : "";
        return Optional.of("@Check(" + named + "constraints = \"" + condition.formatted(column) + "\")");
    }
}
