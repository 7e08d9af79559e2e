package dev.aludel.dialect.postgresql.canonical;

import dev.aludel.dialect.postgresql.text.Identifiers;
import dev.aludel.dialect.postgresql.text.Options;
import dev.aludel.dialect.postgresql.text.TokenReader;
import dev.aludel.schema.Expression;
import dev.aludel.schema.Index;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of an index that a mapping can only write as text behind it: {@code include (b) where a > 0}. */
final class IndexOptions {

    private final TokenReader reader;
    private final List<String> include = new ArrayList<>();
    private final StringBuilder others = new StringBuilder();
    private boolean nullsDistinct;
    private @Nullable Expression predicate;

    private IndexOptions(Index index) {
        this.reader = new TokenReader(index.options());
        this.include.addAll(index.include());
        this.nullsDistinct = index.nullsDistinct();
        this.predicate = index.predicate();
    }

    /** The index in normal form. */
    static Index normal(Index index, Collection<String> columns) {
        IndexOptions options = new IndexOptions(index);
        options.read();
        return new Index(
                ModelNormalizer.name(index.name()),
                index.unique(),
                index.keys().stream()
                        .map(key -> IndexKeyText.normal(key, columns))
                        .toList(),
                index.method(),
                options.include.stream().map(Identifiers::truncated).toList(),
                options.nullsDistinct,
                options.predicate == null ? null : Expressions.condition(options.predicate),
                options.others.toString());
    }

    private void read() {
        while (!reader.atEnd()) {
            if (reader.accept("where")) {
                int from = reader.position();
                while (!reader.atEnd()) {
                    reader.next();
                }
                predicate = Expression.of(reader.text(from, reader.position()));
            } else if (reader.accept("include", "(")) {
                do {
                    include.add(reader.next().text());
                } while (reader.accept(","));
                reader.accept(")");
            } else if (reader.accept("nulls", "not", "distinct")) {
                nullsDistinct = false;
            } else if (!reader.accept("nulls", "distinct")) {
                Options.append(others, reader);
            }
        }
    }
}
