package dev.aludel.dialect.postgresql.catalog;

import dev.aludel.dialect.postgresql.session.Rows;
import dev.aludel.dialect.postgresql.text.IndexDefinition;
import dev.aludel.dialect.postgresql.text.StorageParameters;
import dev.aludel.schema.Column;
import dev.aludel.schema.ConstraintName;
import dev.aludel.schema.Expression;
import dev.aludel.schema.Index;
import dev.aludel.schema.IndexKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of an index, with what its row repeats of the index.
 *
 * @param key null where the expression vanished while it was being printed
 * @param included whether it is carried only
 */
record StoredIndexKey(
        long index,
        long table,
        String name,
        @Nullable IndexKey key,
        boolean included,
        boolean unique,
        String method,
        boolean nullsDistinct,
        boolean partial,
        @Nullable String predicate,
        String options,
        boolean valid) {

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    static StoredIndexKey of(ResultSet row, Map<Long, Map<Integer, Column>> columns) throws SQLException {
        boolean included = row.getBoolean("included");
        boolean partial = row.getBoolean("partial");
        return new StoredIndexKey(
                row.getLong("indexrelid"),
                row.getLong("indrelid"),
                row.getString("relname"),
                key(row, columns),
                included,
                row.getBoolean("indisunique"),
                row.getString("amname"),
                !row.getBoolean("nulls_equal"),
                partial,
                row.getString("predicate"),
                String.join(" ", StoredStorage.index(row, "tablespace ")),
                row.getBoolean("indisvalid"));
    }

    /** The index of all its rows, which are in order. */
    static Index index(List<StoredIndexKey> rows) {
        StoredIndexKey first = rows.get(0);
        return new Index(
                ConstraintName.of(first.name),
                first.unique,
                rows.stream()
                        .filter(row -> !row.included)
                        .map(StoredIndexKey::present)
                        .toList(),
                first.method,
                rows.stream()
                        .filter(row -> row.included)
                        .map(row -> row.present().expression().declared())
                        .toList(),
                first.nullsDistinct,
                first.predicate == null ? null : StoredText.of(first.predicate),
                first.options,
                first.valid);
    }

    /** Whether the printed part of it is missing although the catalogue has it. */
    boolean isTorn() {
        return key == null || (partial && predicate == null);
    }

    private IndexKey present() {
        return Objects.requireNonNull(key);
    }

    private static @Nullable IndexKey key(ResultSet row, Map<Long, Map<Integer, Column>> columns) throws SQLException {
        int column = row.getInt("attnum");
        int order = row.getInt("option");
        boolean descending = (order & DESCENDING) != 0;
        boolean nullsFirst = (order & NULLS_FIRST) != 0;
        if (column != 0) {
            String name = Objects.requireNonNull(columns.getOrDefault(row.getLong("indrelid"), Map.of())
                            .get(column))
                    .name();
            return new IndexKey(Expression.of(name), true, descending, nullsFirst, options(row, null));
        }
        String text = row.getString("expression");
        String definition = row.getString("definition");
        if (text == null || definition == null) {
            return null;
        }
        String options = options(row, IndexDefinition.collation(definition, row.getInt("position")));
        return new IndexKey(StoredText.of(text), false, descending, nullsFirst, options);
    }

    /** Collation and operator class, where they are not what the column brings. */
    private static String options(ResultSet row, @Nullable String printedCollation) throws SQLException {
        List<String> options = new ArrayList<>();
        String collation = printedCollation != null ? printedCollation : row.getString("collation");
        if (collation != null) {
            options.add("collate " + collation);
        }
        List<String> parameters = Rows.texts(row, "attoptions");
        if (row.getString("opclass") != null && (!row.getBoolean("opcdefault") || !parameters.isEmpty())) {
            options.add(row.getString("opclass"));
        }
        if (!parameters.isEmpty()) {
            options.add(StorageParameters.text(parameters));
        }
        return String.join(" ", options);
    }
}
