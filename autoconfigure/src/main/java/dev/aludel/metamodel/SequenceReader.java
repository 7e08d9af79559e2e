package dev.aludel.metamodel;

import dev.aludel.schema.ObjectName;
import dev.aludel.schema.Sequence;
import dev.aludel.schema.Sequence.Options;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.model.relational.QualifiedSequenceName;
import org.jspecify.annotations.Nullable;

/** A sequence as Hibernate's StandardSequenceExporter and SequenceSupport print it. */
final class SequenceReader {

    private static final Pattern OPTION = Pattern.compile(
            "\\s*(?:as\\s+(?<type>\\w+)|(?<no>no\\s+(?:minvalue|maxvalue|cycle))|minvalue\\s+(?<minimum>-?\\d+)"
                    + "|maxvalue\\s+(?<maximum>-?\\d+)|cache\\s+(?<cache>\\d+)|(?<cycle>cycle))(?=\\s|$)",
            Pattern.CASE_INSENSITIVE);

    private final ObjectNames names;

    SequenceReader(ObjectNames names) {
        this.names = names;
    }

    Sequence read(org.hibernate.boot.model.relational.Sequence sequence) {
        QualifiedSequenceName name = sequence.getName();
        Sequence plain = Sequence.of(
                names.of(name.getSchemaName(), name.getSequenceName()),
                sequence.getInitialValue(),
                sequence.getIncrementSize());
        return plain.withOptions(options(plain, Texts.orEmpty(sequence.getOptions())), null);
    }

    /** None unless the mapping says something, or the first value lies beyond PostgreSQL's own limit. */
    private static @Nullable Options options(Sequence sequence, String text) {
        boolean ascending = sequence.increment() > 0;
        boolean beyond = ascending ? sequence.start() < 1 : sequence.start() > -1;
        if (text.isEmpty() && !beyond) {
            return null;
        }
        String type = "bigint";
        Long minimum = ascending && beyond ? Long.valueOf(sequence.start()) : null;
        Long maximum = !ascending && beyond ? Long.valueOf(sequence.start()) : null;
        long cache = 1;
        boolean cycle = false;
        for (MatchResult option : options(sequence.name(), text)) {
            Matcher named = OPTION.matcher(option.group());
            if (named.matches()) {
                type = named.group("type") == null ? type : named.group("type").toLowerCase(Locale.ROOT);
                minimum = named.group("minimum") == null ? minimum : Long.valueOf(named.group("minimum"));
                maximum = named.group("maximum") == null ? maximum : Long.valueOf(named.group("maximum"));
                cache = named.group("cache") == null ? cache : Long.parseLong(named.group("cache"));
                cycle |= named.group("cycle") != null;
            }
        }
        Range range = Range.of(type);
        return new Options(
                range.type(),
                minimum != null ? minimum : ascending ? 1 : range.minimum(),
                maximum != null ? maximum : ascending ? range.maximum() : -1,
                cache,
                cycle);
    }

    private static Iterable<MatchResult> options(ObjectName name, String text) {
        if (!OPTION.matcher(text).replaceAll("").isBlank()) {
            throw new UnsupportedMappingException(
                    "The sequence '" + name + "' has the options '" + text
                            + "', of which Aludel knows 'as', 'minvalue', 'maxvalue', 'cache' and 'cycle'. Leave out the others.");
        }
        return OPTION.matcher(text).results().toList();
    }

    /** The values of a sequence's type. */
    private record Range(String type, long minimum, long maximum) {

        static Range of(String type) {
            return switch (type) {
                case "smallint", "int2" -> new Range("smallint", Short.MIN_VALUE, Short.MAX_VALUE);
                case "integer", "int", "int4" -> new Range("integer", Integer.MIN_VALUE, Integer.MAX_VALUE);
                default -> new Range("bigint", Long.MIN_VALUE, Long.MAX_VALUE);
            };
        }
    }
}
