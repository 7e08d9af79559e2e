package dev.aludel.diff;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.aludel.schema.Column;
import dev.aludel.schema.Numbers;
import dev.aludel.schema.Numbers.Blocks;
import dev.aludel.schema.ObjectName;
import dev.aludel.schema.PrimaryKey;
import dev.aludel.schema.Schema;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may have given a column its numbers before a change. A database does not tell: a mapping of which nothing is left asked a sequence
 * or a table for them. The name tells ({@code book_seq} of {@code book}); where none does, whatever is left over may have been it. One
 * too many costs a gap in the numbers, one too few a number that is given twice.
 */
final class KeySources {

    /** What people call such tables and their columns, so that {@code country (code, population)} is none. */
    private static final Pattern SPEAKING = Pattern.compile("next|seq|hilo|generat|_hi$", Pattern.CASE_INSENSITIVE);

    private final Map<ObjectName, Numbers> sources = new TreeMap<>();
    private final Set<ObjectName> going;
    private final Map<Optional<ObjectName>, List<ObjectName>> namesakes;

    KeySources(Schema before, Schema after) {
        Map<ObjectName, Numbers.OfSequence> known = after.tables().stream()
                .flatMap(table -> table.columns().stream())
                .flatMap(column -> sequence(column).stream())
                .collect(toMap(Numbers.OfSequence::name, Function.identity(), (first, second) -> first));
        boolean begins =
                known.values().stream().anyMatch(numbers -> numbers.blocks().kind() == Blocks.Kind.BEGIN);
        Set<ObjectName> kept = after.sequences().stream().map(Sequence::name).collect(toSet());
        this.going = before.sequences().stream()
                .map(Sequence::name)
                .filter(name -> !kept.contains(name))
                .collect(toCollection(TreeSet::new));
        before.sequences().stream()
                .filter(sequence -> sequence.owner() == null && sequence.increment() > 0)
                .filter(sequence -> going.contains(sequence.name()) || known.containsKey(sequence.name()))
                .forEach(sequence -> sources.put(sequence.name(), numbers(sequence, known, begins)));
        Set<ObjectName> tables = after.tables().stream().map(Table::name).collect(toSet());
        before.tables().stream()
                .filter(table -> !tables.contains(table.name()))
                .forEach(table -> generator(table).ifPresent(row -> {
                    sources.put(table.name(), row);
                    going.add(table.name());
                }));
        Map<String, ObjectName> named = new TreeMap<>();
        before.tables().forEach(table -> named.putIfAbsent(table.name().name().toLowerCase(Locale.ROOT), table.name()));
        this.namesakes = sources.keySet().stream().collect(groupingBy(source -> namesake(source, named)));
    }

    /** The sequence that the mapping asks for a column's numbers. */
    static Optional<Numbers.OfSequence> sequence(Column column) {
        return column.values().numbers() instanceof Numbers.OfSequence numbers
                ? Optional.of(numbers)
                : Optional.empty();
    }

    /** A sequence as it is before the change; of its optimizer the mapping of now tells as much as it does. */
    private static Numbers numbers(Sequence sequence, Map<ObjectName, Numbers.OfSequence> known, boolean begins) {
        Numbers.OfSequence now = known.get(sequence.name());
        Blocks like = now != null ? now.blocks() : new Blocks(begins ? Blocks.Kind.BEGIN : Blocks.Kind.END, 1);
        boolean counts = like.kind() == Blocks.Kind.COUNT || like.kind() == Blocks.Kind.COUNT_FROM_ZERO;
        return new Numbers.OfSequence(
                sequence.name(),
                sequence.start(),
                sequence.increment(),
                counts ? like : like.withSize(sequence.increment()));
    }

    /** A table of names and numbers, as Hibernate makes them. */
    private static Optional<Numbers> generator(Table table) {
        List<Column> columns = table.columns();
        Optional<String> key = table.primaryKey()
                .map(PrimaryKey::columns)
                .filter(names -> names.size() == 1)
                .map(names -> names.get(0));
        if (columns.size() != 2 || key.isEmpty() || !table.foreignKeys().isEmpty()) {
            return Optional.empty();
        }
        boolean first = columns.get(0).name().equals(key.get());
        Column name = columns.get(first ? 0 : 1);
        Column value = columns.get(first ? 1 : 0);
        boolean named =
                Stream.of(table.name().name(), name.name(), value.name()).anyMatch(SPEAKING.asPredicate());
        return named && name.type().startsWith("varchar") && value.type().equals("bigint")
                ? Optional.of(new Numbers.OfRow(
                        table.name(), name.name(), null, value.name(), true, Blocks.SINGLE.withSize(50)))
                : Optional.empty();
    }

    /** A source by its name, as it is before the change. */
    Optional<Numbers> named(ObjectName name) {
        return Optional.ofNullable(sources.get(name));
    }

    /** Those that go with the change and carry the table's name. */
    List<Numbers> goingOf(ObjectName table) {
        return going.isEmpty() ? List.of() : candidates(of(table).filter(going::contains));
    }

    /** Those that go with the change and carry the name of no table. */
    List<Numbers> goingOfNobody() {
        return candidates(ofNobody().filter(going::contains));
    }

    /** Whatever may have given the table its numbers: by name, else what goes, else what stays. */
    List<Numbers> anyOf(ObjectName table) {
        return Stream.of(candidates(of(table)), goingOfNobody(), candidates(ofNobody()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Stream<ObjectName> of(ObjectName table) {
        return namesakes.getOrDefault(Optional.of(table), List.of()).stream();
    }

    private Stream<ObjectName> ofNobody() {
        return namesakes.getOrDefault(Optional.<ObjectName>empty(), List.of()).stream();
    }

    private List<Numbers> candidates(Stream<ObjectName> names) {
        return names.map(sources::get).toList();
    }

    /** The table whose name the source carries as words of its own, the longest of several: {@code order_item_seq} of both. */
    private static Optional<ObjectName> namesake(ObjectName source, Map<String, ObjectName> tables) {
        String[] words = source.name().toLowerCase(Locale.ROOT).split("_", -1);
        for (int length = words.length; length > 0; length--) {
            for (int from = 0; from + length <= words.length; from++) {
                ObjectName table =
                        tables.get(String.join("_", Arrays.asList(words).subList(from, from + length)));
                if (table != null && !table.equals(source)) {
                    return Optional.of(table);
                }
            }
        }
        return Optional.empty();
    }
}
