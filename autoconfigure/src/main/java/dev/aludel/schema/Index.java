package dev.aludel.schema;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An index that no constraint owns.
 *
 * @param method the access method, {@code btree} by default
 * @param include columns that are carried and not ordered by
 * @param nullsDistinct for a unique index, as of {@link UniqueConstraint}
 * @param predicate the condition of a partial index
 * @param options storage parameters and tablespace, as they stand in SQL; empty for none. A mapping has all that follows the keys
 *     here, which the normal form takes apart
 * @param valid false for what a failed concurrent build left, which no query uses
 */
public record Index(
        ConstraintName name,
        boolean unique,
        List<IndexKey> keys,
        String method,
        List<String> include,
        boolean nullsDistinct,
        @Nullable Expression predicate,
        String options,
        boolean valid) {

    /** An index that queries use. */
    public Index(
            ConstraintName name,
            boolean unique,
            List<IndexKey> keys,
            String method,
            List<String> include,
            boolean nullsDistinct,
            @Nullable Expression predicate,
            String options) {
        this(name, unique, keys, method, include, nullsDistinct, predicate, options, true);
    }

    public Index {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
    }

    public static Index of(ConstraintName name, boolean unique, List<IndexKey> keys) {
        return new Index(name, unique, keys, "btree", List.of(), true, null, "");
    }

    public Index withName(ConstraintName other) {
        return new Index(other, unique, keys, method, include, nullsDistinct, predicate, options, valid);
    }

    public Index withOptions(String other) {
        return new Index(name, unique, keys, method, include, nullsDistinct, predicate, other, valid);
    }

    public Index withKeys(List<IndexKey> other) {
        return new Index(name, unique, other, method, include, nullsDistinct, predicate, options, valid);
    }

    public Index withPredicate(@Nullable Expression other) {
        return new Index(name, unique, keys, method, include, nullsDistinct, other, options, valid);
    }

    /** The columns that a foreign key can refer to by this index; empty where it can refer to none. */
    public Set<String> referableColumns() {
        boolean key = unique && predicate == null && keys.stream().allMatch(IndexKey::isColumn);
        return key
                ? keys.stream().map(part -> part.expression().declared()).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** Whether a key, the predicate or an included column stands on the column. */
    public boolean concerns(String column) {
        return keys.stream().anyMatch(key -> key.concerns(column))
                || include.contains(column)
                || (predicate != null && predicate.mentions(column));
    }
}
